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

const HOUR_MS = 3_600_000;
/** Batches of ten, one at a time, without verification. */
const small = (options: object = {}) => ({
	verifyAfterWriting: false,
	requestOptions: { batching: { batch: { batchSize: 10, batchInterval: 0 } } },
	options: { parallelRequests: 1, ...options },
});
const refused = () => [...bench.batches(), ...bench.polls()].filter(({ status }) => status === 429);
const isBatch = ({ path }: { path: string }) => path.endsWith('/batch/upsert');

describe('The hourly allowance', () => {
	it('a run that fits into it is not slowed down', async () => {
		bench.brevo.limits.perHour = 100;
		const { success } = await bench.run(bench.items(500), small());
		expect(success).toHaveLength(500);
		expect(bench.batches()).toHaveLength(50);
		expect(bench.polls()).toHaveLength(50);
		expect(bench.time.elapsedMs()).toBeLessThan(50 * 6000);
	});

	it('when it is used up, nothing more is asked and the rest is not sent', async () => {
		bench.brevo.limits.perHour = 20;
		const { success, failures } = await bench.run(bench.items(500), small());
		expect(success).toHaveLength(100);
		expect(tally(failures)).toEqual({ 'notSent ALLOWANCE_USED_UP': 400 });
		expect(failures[0]?.error.retryable).toBe(true);
		expect(failures[0]?.message).toMatch(/allows no more requests for \d+ s, longer than Max Wait/);
		expect(refused()).toHaveLength(0);
		expect(bench.brevo.limiter.used()).toBe(20);
		expect(bench.brevo.store.count('vehicle')).toBe(100);
	});

	it('it is waited for where Max Wait allows, without a single 429', async () => {
		bench.brevo.limits.perHour = 20;
		const { success } = await bench.run(bench.items(300), small({ maxWait: 3600 }));
		expect(success).toHaveLength(300);
		expect(refused()).toHaveLength(0);
		expect(bench.time.elapsedMs()).toBeGreaterThan(2 * HOUR_MS);
		expect(bench.time.elapsedMs()).toBeLessThan(3 * HOUR_MS);
	});

	it('a batch whose process cannot be asked for any more is unconfirmed', async () => {
		bench.brevo.limits.perHour = 21;
		const { success, failures } = await bench.run(bench.items(200), small());
		expect(success).toHaveLength(100);
		expect(tally(failures)).toEqual({
			'unconfirmed ALLOWANCE_USED_UP': 10,
			'notSent ALLOWANCE_USED_UP': 90,
		});
	});

	it('with several requests under way no item is lost and none is sent in vain', async () => {
		bench.brevo.limits.perHour = 30;
		bench.brevo.latencyMs = 300;
		const { success, failures } = await bench.run(bench.items(500), {
			...small(),
			options: {},
		});
		expect(success.length + failures.length).toBe(500);
		expect(refused()).toHaveLength(0);
		for (const { error } of failures) expect(error.state).toMatch(/notSent|unconfirmed/);
	});

	it('verification stops with it: what was not read back is unconfirmed', async () => {
		bench.brevo.seed.vehicles(1000);
		bench.brevo.limits.perHour = 5;
		const { failures } = await bench.run([{ vehicle_id: 'VH-100001', doors: 9 }]);
		expect(tally(failures)).toEqual({ 'unconfirmed NOT_VERIFIED': 1 });
		expect(bench.pages()).toHaveLength(3);
	});
});

describe('A 429', () => {
	it.each([
		['Retry-After, before the reset header', { retryAfterSeconds: 7 }, 7000, 8000],
		['the reset header', { reset: 120 }, 120_000, 121_000],
		['a minute, where nobody says', { bare: true }, 60_000, 61_000],
	])('waits for %s and loses nothing', async (_, how, least, most) => {
		bench.brevo.faults.add({ when: isBatch, times: 1, fault: BREVO_FAULTS.hourly429(how) });
		const { success } = await bench.run(bench.items(30), { verifyAfterWriting: false });
		expect(success).toHaveLength(30);
		const [first, second] = bench.batches();
		const waited = (second?.at ?? 0) - (first?.at ?? 0);
		expect(waited).toBeGreaterThanOrEqual(least);
		expect(waited).toBeLessThan(most);
	});

	it.each(['json', 'text', 'html', 'empty'] as const)(
		'that asks for more than Max Wait ends the run (body: %s)',
		async (body) => {
			bench.brevo.faults.add({ when: isBatch, fault: BREVO_FAULTS.hourly429({ body }) });
			const { failures } = await bench.run(bench.items(30));
			expect(failures).toHaveLength(30);
			for (const { error } of failures) expect(error.state).toBe('notSent');
			expect(bench.batches()).toHaveLength(1);
			expect(bench.time.elapsedMs()).toBeLessThan(1000);
		},
	);

	it('to the question about a process waits as well, and the batch is written', async () => {
		bench.brevo.faults.add({
			when: ({ path }) => path.includes('/processes/'),
			times: 1,
			fault: BREVO_FAULTS.hourly429({ reset: 90 }),
		});
		const { success } = await bench.run(bench.items(30), { verifyAfterWriting: false });
		expect(success).toHaveLength(30);
		expect(bench.polls()).toHaveLength(2);
	});
});
