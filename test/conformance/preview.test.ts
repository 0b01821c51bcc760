/** What Preview Only shows is what a run then sends, for every bulk operation. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { RunResult } from '../engine';
import type { Call } from '../sandbox';
import { rows } from './rows';
import { startTrial, type Trial } from './trial';

interface PreviewItem {
	readonly method: string;
	readonly url: string;
	readonly records: number;
	readonly bytes: number;
	readonly body: unknown;
	readonly bodyText: string;
	readonly run: { readonly requests: number; readonly rejected: number };
}

interface Seen {
	readonly requests: readonly PreviewItem[];
	/** Input positions in the requests, one list for each. */
	readonly carried: readonly number[][];
	readonly errors: readonly INodeExecutionData[];
	readonly hint: string;
	readonly result: RunResult;
}

describe.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
	let trial: Trial;
	beforeEach(async () => {
		trial = await startTrial(row);
	});
	afterEach(async () => {
		await trial.end();
	});

	async function preview(items: IDataObject[], options: IDataObject = {}): Promise<Seen> {
		const result = await trial.result(items, { ...options, previewOnly: true });
		const [success = [], errors = []] = result.output('Bulk');
		return {
			requests: success.map(({ json }) => json as unknown as PreviewItem),
			carried: success.map(positionsOf),
			errors,
			hint: result.hints('Bulk')[0]?.message ?? '',
			result,
		};
	}

	/** Bodies of the batches that arrive from now on. */
	function listen(): string[] {
		const bodies: string[] = [];
		row.faults(trial.sandbox).add({
			when(call) {
				if (row.isBatch(call as unknown as Call)) bodies.push(call.bytes.toString());
				return false;
			},
			fault: { kind: 'hang' },
		});
		return bodies;
	}

	function mixed(count: number): IDataObject[] {
		const good = trial.good(count);
		const items = good.map((item, index) => (index % 20 === 7 ? row.malformed(item) : item));
		const { again } = row;
		return again ? [...items, ...good.slice(0, 5).map((item) => again(item))] : items;
	}

	it('sends nothing, and each item is in one request or on the error branch', async () => {
		const items = mixed(row.maxRecords + 40);
		const { requests, carried, errors, hint } = await preview(items);
		expect(trial.batches()).toEqual([]);
		const all = [...carried.flat(), ...errors.flatMap(positionsOf)].sort((a, b) => a - b);
		expect(all).toEqual(items.map((__, item) => item));
		for (const item of carried.flat()) {
			expect(row.holds(trial.sandbox, items[item] as IDataObject)).toBe(false);
		}
		for (const { json } of errors) {
			expect(json.error).toMatchObject({ state: 'rejected', attempts: 0 });
		}
		expect(requests[0]?.run.rejected).toBe(errors.length);
		expect(hint).toMatch(/^Preview: .+ would take \d+ requests?, about \d+ s; nothing was sent/);
	});

	it('shows the bodies that a run sends one after another, byte for byte', async () => {
		const items = mixed(row.maxRecords + 40);
		const { requests, errors } = await preview(items);
		const bodies = listen();
		const account = await trial.run(items, { parallelRequests: 1 });
		expect(account.failed).toEqual(errors.flatMap(positionsOf));
		expect(requests.map(({ bodyText }) => bodyText)).toEqual(bodies);
		const sent = trial.batches();
		expect(requests.map(({ bytes }) => bytes)).toEqual(sent.map(({ bytes }) => bytes));
		expect(requests.map(({ method }) => method)).toEqual(sent.map(({ method }) => method));
		requests.forEach(({ url, body, bodyText }, index) => {
			const { path = '', query = '' } = sent[index] ?? {};
			expect(url.endsWith(query === '' ? path : `${path}?${query}`)).toBe(true);
			expect(url.startsWith(trial.sandbox.url)).toBe(true);
			expect(JSON.parse(bodyText)).toEqual(body);
		});
	});
});

function positionsOf({ pairedItem }: INodeExecutionData): number[] {
	if (typeof pairedItem !== 'object') throw new Error('An item left without pairedItem');
	return [pairedItem].flat().map(({ item }) => item);
}
