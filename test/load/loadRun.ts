/** One load: many items through one operation, judged by the simulator's store. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	IRun,
} from 'n8n-workflow';
import type { Engine, RunResult } from '../engine';
import { SAID, type FromVendor, type Verdict } from './messages';
import { sampleMemory } from './memory';
import type { Load } from './plan';

export interface LoadReport extends Verdict {
	readonly operation: string;
	readonly items: number;
	readonly lost: number;
	readonly duplicated: number;
	readonly written: number;
	readonly unconfirmed: number;
	readonly seconds: number;
	/** Largest resident memory during the run, and how much of it came with the run. */
	readonly peakMb: number;
	readonly addedMb: number;
	readonly bytesPerItem: number;
	readonly withinBound: boolean;
}

/** n8n keeps an item for each that went in: what a run may add for each, and once. */
const MAX_BYTES_PER_ITEM = 3000;
const MAX_BYTES_ONCE = 300 * 1024 * 1024;

export async function loadRun(engine: Engine, { row, items: count }: Load): Promise<LoadReport> {
	const vendor = fork(join(__dirname, 'vendorProcess.ts'), [row.name, String(count)], {
		serialization: 'advanced',
		execArgv: [...process.execArgv, '--max-old-space-size=8192'],
	});
	try {
		const { items, credentials } = await itemsFrom(vendor);
		const memory = sampleMemory();
		const result = await engine.run(workflowOf(row.node), { input: items, credentials });
		const { peak, added } = memory.stop();
		const { said, duplicated } = readSaid(result, items.length);
		const verdict = await judgedBy(vendor, said);
		const tally = (code: number) => said.reduce((sum, one) => sum + (one === code ? 1 : 0), 0);
		return {
			operation: row.name,
			items: items.length,
			lost: tally(SAID.nothing),
			duplicated,
			written: tally(SAID.success),
			unconfirmed: tally(SAID.unconfirmed),
			...verdict,
			seconds: secondsOf(result.raw),
			peakMb: Math.round(peak / 2 ** 20),
			addedMb: Math.round(added / 2 ** 20),
			bytesPerItem: Math.round(added / items.length),
			withinBound: added <= MAX_BYTES_ONCE + items.length * MAX_BYTES_PER_ITEM,
		};
	} finally {
		vendor.kill();
	}
}

async function itemsFrom(vendor: ChildProcess) {
	const items: IDataObject[] = [];
	return await new Promise<{
		items: IDataObject[];
		credentials: Record<string, ICredentialDataDecryptedObject>;
	}>((resolve, reject) => {
		vendor.once('exit', () => reject(new Error('The vendor has ended early')));
		vendor.on('message', (message: FromVendor) => {
			if (message.kind === 'items') for (const item of message.items) items.push(item);
			if (message.kind === 'ready') resolve({ items, credentials: message.credentials });
		});
	});
}

async function judgedBy(vendor: ChildProcess, said: Uint8Array): Promise<Verdict> {
	return await new Promise((resolve) => {
		vendor.on('message', (message: FromVendor) => {
			if (message.kind !== 'verdict') return;
			const { kind: _, ...verdict } = message;
			resolve(verdict);
		});
		vendor.send({ kind: 'judge', said });
	});
}

function readSaid(result: RunResult, count: number) {
	const said = new Uint8Array(count);
	let duplicated = 0;
	const enter = (item: INodeExecutionData, code: number) => {
		const { item: at } = item.pairedItem as { item: number };
		if (said[at] !== SAID.nothing) duplicated += 1;
		said[at] = code;
	};
	const [success = [], errors = []] = result.output('Bulk');
	for (const item of success) enter(item, SAID.success);
	for (const item of errors) {
		const { state } = item.json.error as { state: keyof typeof SAID };
		enter(item, SAID[state]);
	}
	return { said, duplicated };
}

const secondsOf = ({ data }: IRun) =>
	Math.round((data.resultData.runData.Bulk?.at(-1)?.executionTime ?? 0) / 100) / 10;

function workflowOf(node: Load['row']['node']) {
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{ ...node, name: 'Bulk', onError: 'continueErrorOutput' },
		],
		connections: { Start: { main: [[{ node: 'Bulk', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
