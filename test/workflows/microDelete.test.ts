import { MICRO_FAULTS } from '../sandbox';
import { createMicroBench, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench();
});
afterEach(async () => {
	await bench.stop();
});

const deletion = { operation: 'delete' };
const deletes = () => bench.calls(/batch\/delete$/);
const NOBODY = 'feedface-0000-4000-8000-000000000000';

describe('Record → Delete', () => {
	it('deletes by ID, 100 per request, and says so', async () => {
		const input = bench.contacts(250);
		const { result, success } = await bench.run(input, deletion);
		expect(success.map(({ json }) => json)).toEqual(
			input.map((item) => ({ id: item['Record ID'] })),
		);
		expect(bench.micro.store.count('contact')).toBe(0);
		expect(deletes().map(({ records }) => records)).toEqual([100, 100, 50]);
		expect(result.hints('Micro Bulk')[0]?.message).toMatch(/^250 deleted · 3 requests/);
	});

	it.each(['error', 'ok'] as const)(
		'what is deleted already, answered with %s, is what Micro says it is',
		async (answer) => {
			bench.micro.switches.deletedAgain = answer;
			const [item = {}, other = {}] = bench.contacts(2);
			bench.micro.store.remove('contact', String(item['Record ID']));
			const { success, tally } = await bench.run([item, other], deletion);
			expect(success).toHaveLength(answer === 'ok' ? 2 : 1);
			expect(tally).toEqual(answer === 'ok' ? {} : { 'rejected not_found': 1 });
		},
	);

	it('an unknown ID is rejected alone, in Micro’s words', async () => {
		const input = [...bench.contacts(3), { 'Record ID': NOBODY }];
		const { success, failures } = await bench.run(input, deletion);
		expect(success).toHaveLength(3);
		expect(failures[0]?.message).toBe('Micro rejected item 3: No such record (not_found)');
	});

	it('items with one ID share one entry and its outcome', async () => {
		const [item = {}] = bench.contacts(1);
		const { success } = await bench.run([item, { ...item, row: 2 }, item], deletion);
		expect(success).toHaveLength(3);
		expect(deletes().map(({ records }) => records)).toEqual([1]);
	});

	it('a lost answer is asked for again with the same key, and Micro remembers', async () => {
		bench.micro.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
		const { success } = await bench.run(bench.contacts(30), deletion);
		expect(success).toHaveLength(30);
		expect(new Set(deletes().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
	});

	it('where Micro does not remember, "no such record" proves nothing: unconfirmed', async () => {
		bench.micro.faults.add({ times: 1, fault: MICRO_FAULTS.internal500('before') });
		const { success, tally } = await bench.run(bench.contacts(30), deletion);
		expect(success).toHaveLength(0);
		expect(tally).toEqual({ 'unconfirmed not_found': 30 });
		expect(bench.micro.store.count('contact')).toBe(0);
	});

	it('a Record ID that is none is not sent', async () => {
		const { tally } = await bench.run([{ 'Record ID': 'anna@example.com' }, {}], deletion);
		expect(tally).toEqual({ 'rejected INVALID_ID': 1, 'rejected MISSING_ID': 1 });
		expect(deletes()).toHaveLength(0);
	});
});
