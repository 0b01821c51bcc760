import { burst429, daily429, locked423, migrating477 } from '../sandbox';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { branches, createBench, tally, type Bench } from './bench';

let bench: Bench;
let time: VirtualTime;
beforeEach(async () => {
	bench = await createBench();
	time = useVirtualTime({ held: () => bench.sandbox.heldRequests() });
});
afterEach(async () => {
	time.restore();
	await bench.stop();
});

const refused = () => bench.batches().filter((call) => call.status === 429);

describe('The limit of 190 requests per 10 seconds', () => {
	it.each([20, 150, 800])(
		'at %i ms per answer: no 429, at least 95 %% of it used',
		async (latencyMs) => {
			bench.sandbox.hubspot.latencyMs = latencyMs;
			const input = bench.contacts(66_500);

			const { success } = branches(await time.drive(bench.run(input)));

			expect(success).toHaveLength(66_500);
			expect(refused()).toHaveLength(0);
			const times = bench.batches().map((call) => call.at);
			expect(times).toHaveLength(665);
			const began = times[0] ?? 0;
			const during = times.filter((at) => at >= began + 10_000 && at < began + 30_000);
			expect(during.length / (2 * 190)).toBeGreaterThanOrEqual(0.95);
			expect(fullestWindow(times, 10_000)).toBeLessThanOrEqual(190);
			expect(fullestWindow(times, 10_000)).toBeGreaterThanOrEqual(0.95 * 190);
		},
	);

	it('a smaller tier is learned from the headers', async () => {
		bench.sandbox.hubspot.limits.perTenSeconds = 100;
		const { success } = branches(await time.drive(bench.run(bench.contacts(30_000))));
		expect(success).toHaveLength(30_000);
		expect(refused()).toHaveLength(0);
	});

	it('Requests per Second and Batch Interval are kept exactly', async () => {
		await time.drive(
			bench.run(bench.contacts(1000), { parameters: { options: { requestsPerSecond: 2 } } }),
		);
		const times = bench.batches().map((call) => call.at);
		expect(times.slice(1).every((at, i) => at - (times[i] ?? 0) >= 500)).toBe(true);
	});

	it('Parallel Requests is the most that is under way', async () => {
		bench.sandbox.hubspot.latencyMs = 100;
		let most = 0;
		bench.sandbox.hubspot.faults.add({
			when: () => {
				most = Math.max(most, bench.sandbox.heldRequests() + 1);
				return false;
			},
			fault: { kind: 'slow' },
		});
		await time.drive(
			bench.run(bench.contacts(5000), { parameters: { options: { parallelRequests: 3 } } }),
		);
		expect(most).toBe(3);
	});
});

describe('Being told to wait', () => {
	it('a 429 forced from outside: waits as told, loses nothing', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ index }) => index === 3,
			times: 1,
			fault: burst429({ retryAfterSeconds: 7 }),
		});
		const { success } = branches(await time.drive(bench.run(bench.contacts(1000))));
		expect(success).toHaveLength(1000);
		expect(refused()).toHaveLength(1);
		const after = bench.batches().filter((call) => call.at > (refused()[0]?.at ?? 0));
		expect(
			Math.min(...after.map((call) => call.at)) - (refused()[0]?.at ?? 0),
		).toBeGreaterThanOrEqual(7000);
		expect(bench.sandbox.hubspot.store.writes).toHaveLength(1000);
	});

	it('without Retry-After the policy’s interval is waited', async () => {
		bench.sandbox.hubspot.faults.add({ times: 1, fault: burst429({ bare: true }) });
		const { success } = branches(await time.drive(bench.run(bench.contacts(200))));
		expect(success).toHaveLength(200);
		expect(time.elapsedMs()).toBeGreaterThanOrEqual(10_000);
		expect(time.elapsedMs()).toBeLessThan(11_000);
	});

	it.each([true, false])(
		'the daily policy ends the run at once, the rest is not sent (bare: %p)',
		async (bare) => {
			bench.sandbox.hubspot.faults.add({
				when: ({ index }) => index >= 3,
				fault: daily429({ bare }),
			});
			const { success, failures } = branches(
				await time.drive(
					bench.run(bench.contacts(1000), { parameters: { options: { parallelRequests: 1 } } }),
				),
			);
			expect(success).toHaveLength(300);
			expect(tally(failures)).toEqual({ 'notSent DAILY': 700 });
			expect(bench.batches()).toHaveLength(4);
			expect(time.elapsedMs()).toBeLessThan(1000);
		},
	);

	it('the daily limit of the account itself ends the run the same way', async () => {
		bench.sandbox.hubspot.limits.daily = 5;
		const { success, failures } = branches(await time.drive(bench.run(bench.contacts(1000))));
		expect(success).toHaveLength(500);
		expect(tally(failures)).toEqual({ 'notSent DAILY': 500 });
	});

	it('a wait longer than Max Wait ends the run, the rest is not sent', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ index }) => index >= 2,
			fault: burst429({ retryAfterSeconds: 3600 }),
		});
		const { success, failures } = branches(
			await time.drive(
				bench.run(bench.contacts(1000), {
					parameters: { options: { maxWait: 60, parallelRequests: 1 } },
				}),
			),
		);
		expect(success).toHaveLength(200);
		expect(tally(failures)).toEqual({ 'notSent TEN_SECONDLY_ROLLING': 800 });
		expect(failures[0]?.message).toContain('the wait of 3600 s is longer than Max Wait allows');
		expect(time.elapsedMs()).toBeLessThan(1000);
	});

	it('being told to wait again and again ends at Max Wait too', async () => {
		bench.sandbox.hubspot.faults.add({ fault: burst429({ retryAfterSeconds: 0 }) });
		const { failures } = branches(
			await time.drive(
				bench.run(bench.contacts(300), { parameters: { options: { maxWait: 60 } } }),
			),
		);
		expect(failures).toHaveLength(300);
		expect(time.elapsedMs()).toBeLessThanOrEqual(60_000);
		expect(bench.batches().length).toBeLessThan(10);
	});

	it('477 while the account moves: waits as told within Max Wait, otherwise says so', async () => {
		bench.sandbox.hubspot.faults.add({ times: 1, fault: migrating477(30) });
		const short = branches(await time.drive(bench.run(bench.contacts(100))));
		expect(short.success).toHaveLength(100);
		bench.sandbox.hubspot.faults.add({ times: 1, fault: migrating477(86_400) });
		const long = branches(await time.drive(bench.run(bench.contacts(100))));
		expect(tally(long.failures)).toEqual({ 'notSent MIGRATION_IN_PROGRESS': 100 });
	});

	it('423 locks are waited for and nothing is lost', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ index }) => index % 5 === 1,
			times: 8,
			fault: locked423(),
		});
		const { success } = branches(await time.drive(bench.run(bench.contacts(5000))));
		expect(success).toHaveLength(5000);
	});

	it('leaves other users of the same limit their part', async () => {
		bench.sandbox.hubspot.latencyMs = 50;
		const other = new Array(10).fill(0).map((_, second) => second * 1000);
		for (const at of other) time.at(at, () => void foreignCalls(9));
		const { success } = branches(await time.drive(bench.run(bench.contacts(57_000))));
		expect(success).toHaveLength(57_000);
		// Nobody can foresee another's request: at most two crowds of ten run into the limit.
		expect(refused().length).toBeLessThanOrEqual(20);
	});
});

async function foreignCalls(count: number): Promise<void> {
	const { default: axios } = await import('axios');
	const { DEFAULT_TOKEN } = await import('../sandbox');
	await Promise.all(
		new Array(count).fill(0).map(
			async () =>
				await axios.get(`${bench.sandbox.hubspot.url}/crm/v3/objects/contacts/1`, {
					headers: { Authorization: `Bearer ${DEFAULT_TOKEN}` },
					validateStatus: () => true,
				}),
		),
	);
}

function fullestWindow(times: readonly number[], windowMs: number): number {
	let fullest = 0;
	let first = 0;
	times.forEach((at, last) => {
		while (at - (times[first] ?? 0) >= windowMs) first += 1;
		fullest = Math.max(fullest, last - first + 1);
	});
	return fullest;
}
