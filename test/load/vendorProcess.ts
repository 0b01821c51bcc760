/** The simulator in a process of its own, so that memory figures are the node's alone. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Call, type Fault, type Sandbox } from '../sandbox';
import { Random } from '../sandbox/random';
import type { Row } from '../conformance/row';
import { SAID, type FromVendor, type ToVendor, type Verdict } from './messages';
import { rowCalled } from './plan';

const ITEMS_PER_MESSAGE = 20_000;

/** Each meets one request in a hundred: five in a hundred in all. */
const FAULTS: readonly Fault[] = [
	{ kind: 'respond', status: 503 },
	{ kind: 'resetBeforeRead' },
	{ kind: 'resetAfterApply' },
	{ kind: 'truncatedJson' },
	{ kind: 'respond', status: 429, headers: { 'Retry-After': '1' } },
];

async function main(): Promise<void> {
	const [name, count] = process.argv.slice(2);
	const row = rowCalled(name);
	const sandbox = await startSandbox();
	row.withoutLimits(sandbox);
	spareMemory(sandbox);
	const items = row.good(sandbox, Number(count));
	addFaults(row, sandbox);
	for (let at = 0; at < items.length; at += ITEMS_PER_MESSAGE) {
		await say({ kind: 'items', items: items.slice(at, at + ITEMS_PER_MESSAGE) });
	}
	await say({ kind: 'ready', credentials: row.credentials(sandbox) });
	process.on('message', ({ said }: ToVendor) => {
		void say({ kind: 'verdict', ...judge(row, sandbox, items, said) });
	});
}

/** What nobody asks for here: who was in which request, and every value that ever was. */
function spareMemory(sandbox: Sandbox): void {
	sandbox.calls.keepIds = false;
	sandbox.hubspot.store.keepWrites = false;
	sandbox.sas.store.keepWrites = false;
}

function addFaults(row: Row, sandbox: Sandbox): void {
	const random = new Random(1);
	for (const fault of FAULTS) {
		row.faults(sandbox).add({
			when: ({ path }) => !/token|logon/i.test(path) && random.chance(1),
			fault,
		});
	}
}

function judge(
	row: Row,
	sandbox: Sandbox,
	items: readonly IDataObject[],
	said: Uint8Array,
): Verdict {
	let falseSuccess = 0;
	let falseFailure = 0;
	items.forEach((item, at) => {
		const held = row.holds(sandbox, item);
		if (said[at] === SAID.success && !held) falseSuccess += 1;
		if ((said[at] === SAID.rejected || said[at] === SAID.notSent) && held) falseFailure += 1;
	});
	const calls: readonly Call[] = sandbox.calls;
	const faulted = calls.filter(({ fault }) => fault !== undefined).length;
	return { falseSuccess, falseFailure, requests: calls.length, faulted };
}

async function say(message: FromVendor): Promise<void> {
	await new Promise<void>((resolve) => process.send?.(message, () => resolve()));
}

void main();
