import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { flagLies } from '../sandbox/talkdesk/talkdeskFaults';
import { tally } from './bench';
import { createTalkdeskBench, TALKDESK_NODE, type TalkdeskBench } from './talkdeskBench';

let bench: TalkdeskBench;
beforeEach(async () => {
	bench = await createTalkdeskBench();
});
afterEach(async () => {
	await bench.stop();
});

const BY_ID = { operation: 'delete', idField: 'Record ID' };
const BY_PHONE = { operation: 'delete', deleteBy: 'phone', idField: 'phone' };
const BY_EXTERNAL = {
	operation: 'delete',
	deleteBy: 'external',
	externalProvider: 'warehouse',
	idField: 'ref',
};

const remove = async (items: IDataObject[], parameters: INodeParameters = BY_ID) =>
	await bench.run(items, { parameters });
const ids = (count: number) =>
	bench.items(count).map((item) => ({ 'Record ID': item['Record ID'] as string }));
const left = () => bench.sandbox.talkdesk.store.all(bench.listId).length;
/** Records of the list as items with their number and reference. */
const known = (count: number) =>
	ids(count).map((item) => {
		const record = bench.stored(item);
		return { phone: record?.phone_numbers[0]?.phone_number, ref: record?.external_id };
	}) as IDataObject[];

describe('Record → Delete', () => {
	it('deletes 250 records by ID in three requests, with an outcome for each', async () => {
		const items = ids(250);
		const { success, result } = await remove(items);
		expect(success).toHaveLength(250);
		expect(success[0]).toEqual({ id: items[0]?.['Record ID'] });
		expect(left()).toBe(0);
		expect(bench.batches().map(({ method, records }) => [method, records])).toEqual([
			['DELETE', 100],
			['DELETE', 100],
			['DELETE', 50],
		]);
		expect(result.hints(TALKDESK_NODE)[0]?.message).toMatch(/^250 deleted · 3 requests/);
	});

	it.each(['complete', 'split'] as const)(
		'says which records the list does not have (report: %s)',
		async (deleteReport) => {
			bench.sandbox.talkdesk.switches.deleteReport = deleteReport;
			const items = ids(30).map((item, index) =>
				index % 5 === 0 ? { 'Record ID': `nobody-${index}` } : item,
			);
			const { success, failures } = await remove(items);
			expect(success).toHaveLength(24);
			expect(failures).toHaveLength(6);
			for (const { error } of failures) expect(error.state).toBe('rejected');
			// Those of the 30 that no item named.
			expect(left()).toBe(6);
		},
	);

	it('the sentence of a record that is not there', async () => {
		const { failures } = await remove([...ids(1), { 'Record ID': 'nobody' }]);
		expect(failures[0]).toMatchObject({
			'Record ID': 'nobody',
			message: 'Talkdesk rejected item 1: the list has no such record (record_not_found)',
			error: { state: 'rejected', reportedBy: 'vendor', httpStatus: 200, operation: 'delete' },
		});
	});

	it('items with one ID share one delete', async () => {
		const items = ids(1);
		const { success } = await remove([...items, ...items, ...items]);
		expect(success).toHaveLength(3);
		expect(bench.batches().map(({ records }) => records)).toEqual([1]);
	});

	it('deletes by phone number, however it is written', async () => {
		const items = known(20).map(({ phone }) => ({
			phone: String(phone).replace(/^(\+\d{3})(\d{3})/, '$1 $2-'),
		}));
		const { success, failures } = await remove(
			[...items, { phone: '601 000 001' }, { phone: '+420699999999' }],
			BY_PHONE,
		);
		expect(success).toHaveLength(20);
		expect(left()).toBe(0);
		expect(tally(failures)).toEqual({
			'rejected INVALID_PHONE_NUMBER': 1,
			'rejected record_not_found': 1,
		});
	});

	it('deletes by external ID and provider', async () => {
		const { talkdesk } = bench.sandbox;
		const list = talkdesk.seedList('From the warehouse', 'EXTERNAL');
		const made = talkdesk.seedRecords(list, 12).map((id) => talkdesk.store.get(list, id));
		const provider = String(made[0]?.external_provider);
		const { success, failures } = await remove(
			[...made.map((record) => ({ ref: record?.external_id as string })), { ref: 'nobody' }],
			{
				...BY_EXTERNAL,
				externalProvider: provider,
				recordList: { __rl: true, mode: 'id', value: list },
			},
		);
		expect(success).toHaveLength(12);
		expect(success[0]).toEqual({ external_provider: provider, external_id: made[0]?.external_id });
		expect(tally(failures)).toEqual({ 'rejected record_not_found': 1 });
		expect(talkdesk.store.all(list)).toHaveLength(0);
	});

	it('an external ID without a provider is not sent', async () => {
		const { failures } = await remove([{ ref: 'X1' }], {
			...BY_EXTERNAL,
			externalProvider: '={{ $json.provider }}',
		});
		expect(tally(failures)).toEqual({ 'rejected MISSING_PROVIDER': 1 });
		expect(bench.batches()).toHaveLength(0);
	});

	it.each(['all', 'first'] as const)(
		'a number that records share: %s of them go, and one item has one outcome',
		async (deleteShared) => {
			const { talkdesk } = bench.sandbox;
			talkdesk.switches.deleteShared = deleteShared;
			const list = talkdesk.seedList('Leads', 'NOTHING');
			const [one] = talkdesk.seedRecords(list, 1, { from: 1 });
			talkdesk.seedRecords(list, 1, { from: 1 });
			const phone = talkdesk.store.get(list, String(one))?.phone_numbers[0]?.phone_number as string;
			const { success, failures } = await remove([{ phone }], {
				...BY_PHONE,
				recordList: { __rl: true, mode: 'id', value: list },
			});
			expect(failures).toEqual([]);
			expect(success).toHaveLength(1);
			expect(talkdesk.store.all(list)).toHaveLength(deleteShared === 'all' ? 0 : 1);
		},
	);

	it('202 is accepted, not deleted', async () => {
		bench.sandbox.talkdesk.switches.deleteMode = 'async';
		const { success, result } = await remove(ids(120));
		expect(success).toHaveLength(120);
		expect(result.hints(TALKDESK_NODE)[0]?.message).toMatch(/^120 accepted · 2 requests/);
	});

	it('202 with a body is believed by nobody', async () => {
		bench.sandbox.talkdesk.faults.add({
			when: ({ path }) => path.endsWith('/bulks'),
			fault: { kind: 'respond', status: 202, body: {} },
		});
		const { failures } = await remove(ids(2));
		expect(failures.map(({ error }) => error.state)).toEqual(['unconfirmed', 'unconfirmed']);
	});

	it('a report that names nobody leaves open who failed', async () => {
		bench.sandbox.talkdesk.switches.deleteReport = 'noReason';
		const items = [...known(3), { phone: '+420699999999' }];
		const { failures } = await remove(items, BY_PHONE);
		expect(tally(failures)).toEqual({ 'unconfirmed TOTALS_CONTRADICT': 4 });
		const alone = await remove([{ phone: '+420699999999' }], BY_PHONE);
		expect(tally(alone.failures)).toEqual({ 'rejected OTHER': 1 });
	});

	it('totals that deny a failure leave it open', async () => {
		bench.sandbox.talkdesk.faults.add({
			when: ({ path }) => path.endsWith('/bulks'),
			fault: flagLies(),
		});
		const { success, failures } = await remove([...ids(2), { 'Record ID': 'nobody' }]);
		expect(success).toHaveLength(2);
		expect(tally(failures)).toEqual({ 'unconfirmed record_not_found': 1 });
	});

	it('a lost answer: by ID it is asked again, and what is gone then stays unconfirmed', async () => {
		const { faults } = bench.sandbox.talkdesk;
		faults.add({
			when: ({ path }) => path.endsWith('/bulks'),
			times: 1,
			fault: { kind: 'resetAfterApply' },
		});
		const { failures } = await remove(ids(3));
		expect(tally(failures)).toEqual({ 'unconfirmed record_not_found': 3 });
		expect(bench.batches()).toHaveLength(2);
		faults.add({
			when: ({ path }) => path.endsWith('/bulks'),
			times: 1,
			fault: { kind: 'resetBeforeRead' },
		});
		expect((await remove(ids(3))).success).toHaveLength(3);
	});

	it('a lost answer: by number it is not asked again, since another record could go', async () => {
		bench.sandbox.talkdesk.faults.add({
			when: ({ path }) => path.endsWith('/bulks'),
			times: 1,
			fault: { kind: 'resetAfterApply' },
		});
		const { failures } = await remove(known(3), BY_PHONE);
		expect(failures.map(({ error }) => error.state)).toEqual(Array(3).fill('unconfirmed'));
		expect(bench.batches()).toHaveLength(1);
	});

	it('without the scope Talkdesk may ask for, nothing is deleted and all items say so', async () => {
		bench.sandbox.talkdesk.switches.bulkNeedsSkipScope = true;
		const { failures } = await remove(ids(3));
		expect(failures).toHaveLength(3);
		expect(failures[0]?.message).toMatch(/Insufficient scopes/);
		expect(left()).toBe(3);
	});
});
