import { writeFileSync } from 'node:fs';
import { createBrevoBench, type BrevoBench } from '../workflows/brevoBench';

/** For the benchmark, which wants the figures of more hours; see brevoHour.ts. */
const { BENCH_REPORT, BENCH_HOURS = '2' } = process.env;
const HOUR_MS = 3_600_000;

let bench: BrevoBench;
beforeEach(async () => {
	bench = await createBrevoBench();
});
afterEach(async () => {
	await bench.stop();
});

test("Brevo's hourly allowance is used up, and no request is one too many", async () => {
	const hours = Number(BENCH_HOURS);
	const { perHour } = bench.brevo.limits;
	bench.brevo.latencyMs = 150;
	// A batch and its process take two requests or more.
	const items = bench.items(perHour * (hours + 1));

	const running = bench.run(items, {
		verifyAfterWriting: false,
		requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 0 } } },
		options: { maxWait: 2 * 3600 },
	});
	const { success } = await running;

	expect(success).toHaveLength(items.length);
	const calls = [...bench.batches(), ...bench.polls()];
	const began = Math.min(...calls.map(({ at }) => at));
	const counted = calls.filter(({ at }) => at < began + hours * HOUR_MS);
	const share = counted.length / (hours * perHour);
	const answers429 = calls.filter(({ status }) => status === 429).length;
	if (BENCH_REPORT) writeFileSync(BENCH_REPORT, JSON.stringify({ share, answers429 }));
	expect(answers429).toBe(0);
	expect(share).toBeGreaterThanOrEqual(0.97);
});
