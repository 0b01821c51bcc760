/** Get Many of each node, where a page is refused for the moment, or its answer is lost. */
import type { Fault } from '../sandbox';
import { vendorOf } from '../fuzz/rowTraits';
import type { Row } from './row';
import { rows } from './rows';
import { startTrial, type Trial } from './trial';

/** What is read where, beside the parameters of a bulk operation of the same node. */
const READ = { operation: 'getAll', returnAll: true };
const RESOURCES: Readonly<Record<string, object>> = { talkdeskBulk: { resource: 'recordList' } };

const nodes = [...new Map(rows.map((row) => [row.node.type, row])).values()].map((row) => {
	const [, type = ''] = row.node.type.split('.');
	const parameters = { ...row.node.parameters, ...READ, ...RESOURCES[type] };
	return [type, { ...row, node: { ...row.node, parameters } }] as const;
});

const isToken = (path: string) => /token|logon/i.test(path);

describe.each(nodes)('%s', (_, row: Row) => {
	let trial: Trial;
	beforeEach(async () => {
		trial = await startTrial(row);
		trial.good(3);
	});
	afterEach(async () => {
		await trial.end();
	});

	const read = async () => {
		const from = trial.time.elapsedMs();
		const result = await trial.result([{ row: 1 }]);
		const [success = [], errors = []] = result.output('Bulk');
		return {
			seconds: (trial.time.elapsedMs() - from) / 1000,
			records: success.map(({ json }) => json),
			failures: errors.map(({ json }) => json),
		};
	};
	const befall = (fault: Fault, times: number) =>
		trial.sandbox[vendorOf(row)].faults.add({
			when: ({ path }) => !isToken(path),
			times,
			fault,
		});

	it('waits as long as it is told, and reads all', async () => {
		const calm = await read();
		befall({ kind: 'respond', status: 429, headers: { 'retry-after': '7' }, body: {} }, 2);
		const told = await read();
		expect(told.records).toEqual(calm.records);
		expect(told.failures).toEqual([]);
		expect(told.seconds).toBeGreaterThanOrEqual(14);
	});

	it('asks once more where the answer was lost', async () => {
		const calm = await read();
		befall({ kind: 'truncatedJson' }, 1);
		befall({ kind: 'resetBeforeRead' }, 1);
		expect((await read()).records).toEqual(calm.records);
	});

	it('gives up in the end, with the item and why on the error branch', async () => {
		befall({ kind: 'respond', status: 503, body: {} }, 100);
		const { records, failures } = await read();
		expect(records).toEqual([]);
		expect(failures).toMatchObject([{ row: 1, error: { httpStatus: 503, operation: 'getAll' } }]);
	});
});
