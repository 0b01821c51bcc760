/** Hostile input through every bulk operation: each item gets a sentence or is sent as it is. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rows } from '../conformance/rows';
import { startTrial, type Account, type Trial } from '../conformance/trial';
import { vendorOf } from '../fuzz/rowTraits';
import { hostileItems, type HostileItem } from './places';
import { leavesIn, wasSent } from './sentCorrectly';
import { HOSTILE_TEXTS } from './values';
import { watchWire, withoutNumbers, type WireWatch } from './wire';

const PLACES = ['as the id', 'as a value', 'as the name of a column', 'as the item'] as const;

/** One line that names the item and ends with the code; what was found stands in quotes. */
const SENTENCE = /^[^\p{Cc}]{10,1500} \([^\n]+\)$/u;
const NO_SENTENCE = /\[object |function|=>/;

describe.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
	let trial: Trial;
	let wire: WireWatch;
	/** Addresses of a run without anything hostile. */
	let usual: ReadonlySet<string>;
	const bodies: unknown[] = [];
	beforeAll(async () => {
		wire = watchWire();
		const calm = await startTrial(row);
		// Enough for a vendor that makes a job of larger requests.
		await calm.run(calm.good(300));
		await calm.end();
		wire.stop();
		usual = new Set(wire.urls.map(withoutNumbers));
	});
	beforeEach(async () => {
		trial = await startTrial(row);
		wire = watchWire();
		bodies.length = 0;
		const vendor = trial.sandbox[vendorOf(row)];
		const arrive = vendor.arrive.bind(vendor);
		vendor.arrive = (request) => {
			const read = request.json();
			if (read.ok) bodies.push(read.value);
			return arrive(request);
		};
	});
	afterEach(async () => {
		wire.stop();
		await trial.end();
	});

	/** Each hostile item stands between two good ones. */
	async function runAmongGood(hostile: readonly HostileItem[]) {
		const good = trial.good(2 * hostile.length + 1);
		const items = good.map((item, at): INodeExecutionData => {
			const attack = at % 2 === 1 ? hostile[(at - 1) / 2] : undefined;
			return attack ? attack.change(item) : { json: item };
		});
		return { items, account: await trial.run(items, { maxRetries: 1, maxWait: 5 }) };
	}

	function expectNeighbours(items: readonly INodeExecutionData[], account: Account) {
		const all = [...account.succeeded, ...account.failed].sort((a, b) => a - b);
		expect(all).toEqual(items.map((__, at) => at));
		const bad = items.flatMap(({ json }, at) => {
			if (at % 2 === 1) return [];
			return account.succeeded.includes(at) && row.holds(trial.sandbox, json) ? [] : [at];
		});
		expect(bad).toEqual([]);
	}

	function problemsOf(
		hostile: readonly HostileItem[],
		items: readonly INodeExecutionData[],
		account: Account,
	): string[] {
		const leaves = leavesIn(bodies);
		const errors = new Map(account.failed.map((at, index) => [at, account.errors[index]?.json]));
		return hostile.flatMap(({ name, ...attack }, index) => {
			const at = 2 * index + 1;
			const { json } = items[at] as INodeExecutionData;
			const failed = errors.get(at);
			if (failed === undefined) {
				if (row.holds(trial.sandbox, json)) return [];
				return 'value' in attack && wasSent(attack.value, leaves) ? [] : [`${name}: not stored`];
			}
			const problem = problemWith(failed, at);
			return problem === undefined ? [] : [`${name}: ${problem}`];
		});
	}

	it.each(PLACES)('%s: a sentence or sent as it is, and no neighbour suffers', async (place) => {
		const [sample = {}] = trial.good(1);
		const hostile = hostileItems(row, Object.keys(sample))[place] ?? [];
		if (hostile.length === 0) return;
		const { items, account } = await runAmongGood(hostile);
		expectNeighbours(items, account);
		expect(problemsOf(hostile, items, account)).toEqual([]);
		expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
		expect(wire.urls.map(withoutNumbers).filter((url) => !usual.has(url))).toEqual([]);
	});

	it('there are at least 100 of them', () => {
		const columns = Object.keys(trial.good(1)[0] ?? {});
		const all = Object.values(hostileItems(row, columns)).flat();
		expect(all.length).toBeGreaterThanOrEqual(100);
		expect(HOSTILE_TEXTS.length).toBeGreaterThan(40);
	});
});

function problemWith({ message, error }: IDataObject, at: number): string | undefined {
	const text = String(message);
	const { state, code } = error as IDataObject;
	const plain = SENTENCE.test(text) && !NO_SENTENCE.test(text) && text.isWellFormed();
	if (!plain) return `no plain sentence: ${text.slice(0, 300)}`;
	if (!new RegExp(`\\bitem ${at}\\b`, 'i').test(text)) return `does not name its item: ${text}`;
	if (code === 'INTERNAL_ERROR') return text;
	return state === 'rejected' || state === 'unconfirmed' ? undefined : `${String(state)}: ${text}`;
}
