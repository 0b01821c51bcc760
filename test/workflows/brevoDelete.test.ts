import { BREVO_FAULTS } from '../sandbox';
import { tally } from './bench';
import { createBrevoBench, type BrevoBench } from './brevoBench';

let bench: BrevoBench;
beforeEach(async () => {
	bench = await createBrevoBench();
});
afterEach(async () => {
	await bench.stop();
});

const deletion = { operation: 'delete' };
const deletes = () => bench.calls(/batch\/delete$/);
const vehicles = (count: number) =>
	bench.brevo.seed.vehicles(count).map((vehicle_id) => ({ vehicle_id }));

describe('Object Record → Delete', () => {
	it('deletes by external ID, 1,000 per request, and waits until it is done', async () => {
		const input = vehicles(2500);
		const { success, hint } = await bench.run(input, deletion);
		expect(success[7]).toEqual({
			identifiers: { ext_id: input[7]?.vehicle_id },
			processId: expect.any(Number) as number,
		});
		expect(success).toHaveLength(2500);
		expect(bench.brevo.store.count('vehicle')).toBe(0);
		expect(deletes().map(({ records }) => records)).toEqual([1000, 1000, 500]);
		expect(hint).toMatch(/^2 500 deleted · /);
	});

	it('deletes by Brevo ID', async () => {
		const [extId = ''] = bench.brevo.seed.vehicles(2);
		const id = bench.brevo.store.all('vehicle').find((one) => one.extId === extId)?.id;
		const { success } = await bench.run([{ n: `${String(id)}.0` }], {
			...deletion,
			identifyBy: 'id',
			idField: 'n',
		});
		expect(success).toEqual([{ identifiers: { id }, processId: expect.any(Number) as number }]);
		expect(bench.brevo.store.count('vehicle')).toBe(1);
	});

	it('items with one ID share one entry', async () => {
		const [item = {}] = vehicles(1);
		const { success } = await bench.run([item, item, item], deletion);
		expect(success).toHaveLength(3);
		expect(deletes().map(({ records }) => records)).toEqual([1]);
	});

	it('without waiting, items are accepted', async () => {
		const { success, hint } = await bench.run(vehicles(3), {
			...deletion,
			waitForCompletion: false,
		});
		expect(success).toHaveLength(3);
		expect(hint).toMatch(/^3 accepted · 1 request/);
		expect(bench.polls()).toHaveLength(0);
	});

	it.each([
		['noOp', {}, 3],
		['failProcess', { 'unconfirmed PROCESS_FAILED': 3 }, 0],
	] as const)('an ID that is not there (%s)', async (rule, told, count) => {
		bench.brevo.switches.deleteUnknown = rule;
		const input = [...vehicles(2), { vehicle_id: 'VH-nobody' }];
		const { success, failures } = await bench.run(input, deletion);
		expect(success).toHaveLength(count);
		expect(tally(failures)).toEqual(told);
	});

	it('a lost answer is repeated: what is gone stays gone', async () => {
		bench.brevo.faults.add({
			when: ({ path }) => path.endsWith('/batch/delete'),
			times: 1,
			fault: BREVO_FAULTS.server500('before'),
		});
		const { success } = await bench.run(vehicles(30), deletion);
		expect(success).toHaveLength(30);
		expect(deletes()).toHaveLength(2);
	});

	it('one of Brevo’s own objects is refused for all, in one request', async () => {
		const { failures } = await bench.run(vehicles(2000), { ...deletion, objectType: 'contact' });
		expect(failures).toHaveLength(2000);
		expect(failures[0]?.message).toContain('contact is a standard object');
		expect(deletes()).toHaveLength(1);
	});
});
