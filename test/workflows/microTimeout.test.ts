import { createMicroBench, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench({ realTime: true });
});
afterEach(async () => {
	await bench.stop();
});

const keys = () => new Set(bench.batches().map(({ idempotencyKey }) => idempotencyKey));

describe('A request without an answer in time', () => {
	it('is repeated with its key: Micro replays what it wrote', async () => {
		bench.micro.faults.add({ times: 1, fault: { kind: 'slow', afterMs: 2000 } });
		const { success } = await bench.run(bench.contacts(50), { requestOptions: { timeout: 300 } });
		expect(success).toHaveLength(50);
		expect([bench.batches().length, keys().size]).toEqual([2, 1]);
		expect(bench.micro.store.writes).toHaveLength(50);
	});

	it('is waited for while its first call still runs (409), with its key', async () => {
		bench.micro.faults.add({ times: 1, fault: { kind: 'slow', beforeMs: 1200 } });
		const { success } = await bench.run(bench.contacts(50), { requestOptions: { timeout: 300 } });
		expect(success).toHaveLength(50);
		expect(bench.batches().map(({ status }) => status)).toContain(409);
		expect(keys().size).toBe(1);
		expect(bench.micro.store.writes).toHaveLength(50);
	});

	it('is not repeated in a run that adds to sets', async () => {
		const documents = bench.micro.seed('document', 1);
		const input = bench.contacts(5, (item) => ({
			...item,
			documents: { _op: 'append', values: documents },
		}));
		bench.micro.faults.add({ times: 1, fault: { kind: 'slow', afterMs: 2000 } });
		const { tally } = await bench.run(input, { requestOptions: { timeout: 300 } });
		expect(tally).toEqual({ 'unconfirmed TIMEOUT': 5 });
		expect(bench.batches()).toHaveLength(1);
	});
});
