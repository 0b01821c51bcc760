import fc from 'fast-check';
import { createPace, type Pace, type PaceWindow } from '../../../nodes/bulk/pace';

/** When requests leave that become ready after these gaps, each as soon as the pace allows. */
function departures(pace: Pace, gaps: Iterable<number>, start = 1_000_000): number[] {
	const times: number[] = [];
	let now = start;
	for (const gap of gaps) {
		now += gap;
		for (let delay = pace.delayMs(now); delay > 0; delay = pace.delayMs(now)) {
			now += Math.max(1, Math.ceil(delay));
		}
		pace.take(now);
		times.push(now);
	}
	return times;
}

/** The most arrivals in any half-open window of this length. */
function crowd(arrivals: readonly number[], windowMs: number): number {
	const sorted = [...arrivals].sort((a, b) => a - b);
	let most = 0;
	let first = 0;
	sorted.forEach((arrival, last) => {
		while (arrival - (sorted[first] ?? 0) >= windowMs) first += 1;
		most = Math.max(most, last - first + 1);
	});
	return most;
}

const anyWindow = fc.record({
	requests: fc.integer({ min: 1, max: 30 }),
	windowMs: fc.integer({ min: 100, max: 20_000 }),
});
const anyGaps = fc.array(fc.oneof(fc.constant(0), fc.nat(50), fc.nat(8000)), { maxLength: 150 });

describe('pace', () => {
	it('keeps the limit in every window though each request arrives up to 2 % of it late', () => {
		const lateness = fc.infiniteStream(fc.nat(1000));
		fc.assert(
			fc.property(anyWindow, anyGaps, lateness, (window, gaps, late) => {
				const arrivals = departures(createPace(window), gaps).map(
					(time) => time + ((late.next().value ?? 0) / 1000) * 0.02 * window.windowMs,
				);
				expect(crowd(arrivals, window.windowMs)).toBeLessThanOrEqual(window.requests);
			}),
		);
	});

	it('keeps a limit per ten seconds or longer though each request arrives up to 200 ms late', () => {
		const lateness = fc.infiniteStream(fc.nat(200));
		const longWindow = fc.record({
			requests: fc.integer({ min: 1, max: 30 }),
			windowMs: fc.integer({ min: 10_000, max: 60_000 }),
		});
		fc.assert(
			fc.property(longWindow, anyGaps, lateness, (window, gaps, late) => {
				const arrivals = departures(createPace(window), gaps).map(
					(time) => time + (late.next().value ?? 0),
				);
				expect(crowd(arrivals, window.windowMs)).toBeLessThanOrEqual(window.requests);
			}),
		);
	});

	it.each([
		[100, 10_000],
		[190, 10_000],
		[7, 10_000],
		[600, 60_000],
		[10, 1000],
	])('uses at least 95 %% of %i requests per %i ms under saturation', (requests, windowMs) => {
		const count = requests * 20;
		const times = departures(createPace({ requests, windowMs }), new Array<number>(count).fill(0));
		const span = (times.at(-1) ?? 0) - (times[0] ?? 0) + windowMs;
		expect(count / span).toBeGreaterThanOrEqual(0.95 * (requests / windowMs));
	});

	it('lets everything leave at once where there is no limit', () => {
		const times = departures(createPace(undefined), new Array<number>(500).fill(0));
		expect(new Set(times).size).toBe(1);
		expect(createPace(undefined).rate()).toBeUndefined();
	});

	it("keeps the user's own limits exactly, each of them, without a margin", () => {
		const anyOwn = fc.array(anyWindow, { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(anyOwn, anyGaps, (own, gaps) => {
				const times = departures(createPace(undefined, own), gaps);
				for (const { requests, windowMs } of own) {
					expect(crowd(times, windowMs)).toBeLessThanOrEqual(requests);
				}
			}),
		);
		const exact: PaceWindow[] = [{ requests: 1, windowMs: 250 }];
		expect(departures(createPace(undefined, exact), [0, 0, 0, 0], 0)).toEqual([0, 250, 500, 750]);
	});

	it('comes to an end for limits that are no whole number of milliseconds', () => {
		const own = [{ requests: 1, windowMs: 1000 / 3 }];
		const times = departures(createPace(undefined, own), new Array<number>(31).fill(0), 0);
		expect(times.at(-1)).toBeGreaterThanOrEqual(10_000);
		expect(times.at(-1)).toBeLessThanOrEqual(10_100);
	});

	it('lets nothing leave before a pause is over; the longest pause counts', () => {
		const pace = createPace(undefined);
		pace.pauseUntil(5000);
		pace.pauseUntil(3000);
		expect([pace.delayMs(1000), pace.delayMs(4999), pace.delayMs(5000)]).toEqual([4000, 1, 0]);
	});

	it('takes over a limit from the headers', () => {
		const pace = createPace({ requests: 100, windowMs: 10_000 });
		pace.learn({ limit: 190 }, 0);
		expect(pace.rate()).toBe(0.019);
		expect(crowd(departures(pace, new Array<number>(190).fill(0), 0), 10_000)).toBe(190);
	});

	it('leaves others their part of the limit and a reserve', () => {
		const pace = createPace({ requests: 100, windowMs: 10_000 });
		const sent = departures(pace, new Array<number>(10).fill(0), 0);
		// Ten are ours, thirty are not.
		pace.learn({ limit: 100, remaining: 60 }, 100);
		const usable = (pace.rate() ?? 0) * 10_000;
		expect(usable).toBeGreaterThanOrEqual(60);
		expect(usable).toBeLessThanOrEqual(70);
		const times = departures(pace, new Array<number>(140).fill(0), 100);
		expect(crowd([...sent, ...times], 10_000)).toBe(usable);
		// They have gone.
		pace.learn({ limit: 100, remaining: 100 }, 60_000);
		expect(pace.rate()).toBe(0.01);
	});

	it('does not take its own requests for those of others', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100 }), (count) => {
				const pace = createPace({ requests: 100, windowMs: 10_000 });
				const sent = departures(pace, new Array<number>(count).fill(10), 0);
				pace.learn({ limit: 100, remaining: 100 - count }, sent.at(-1) ?? 0);
				expect(pace.rate()).toBe(0.01);
			}),
		);
	});

	it('never stands still, however much others use', () => {
		const pace = createPace({ requests: 100, windowMs: 10_000 });
		pace.learn({ limit: 100, remaining: 0 }, 0);
		expect(pace.rate()).toBe(0.0001);
		expect(pace.delayMs(0)).toBe(0);
	});

	it('does not believe a limit below one, nor one it was not declared with', () => {
		const pace = createPace({ requests: 100, windowMs: 10_000 });
		for (const limit of [0, -1, Number.NaN, 0.5]) pace.learn({ limit }, 0);
		expect(pace.rate()).toBe(0.01);
		const free = createPace(undefined);
		free.learn({ limit: 1 }, 0);
		expect(free.rate()).toBeUndefined();
	});

	it('keeps the learned limit in every window from then on', () => {
		fc.assert(
			fc.property(anyWindow, anyGaps, fc.integer({ min: 1, max: 30 }), (window, gaps, limit) => {
				const pace = createPace(window);
				const before = departures(pace, gaps);
				const learnedAt = before.at(-1) ?? 1_000_000;
				pace.learn({ limit }, learnedAt);
				const after = departures(pace, gaps, learnedAt);
				const from = learnedAt - window.windowMs;
				const most = Math.max(limit, before.filter((time) => time > from).length);
				expect(
					crowd([...before.filter((t) => t > from), ...after], window.windowMs),
				).toBeLessThanOrEqual(most);
				expect(crowd(after, window.windowMs)).toBeLessThanOrEqual(limit);
			}),
		);
	});

	it('keeps a wider distance after the vendor refused a request the pace had allowed', () => {
		const pace = createPace({ requests: 1, windowMs: 10_000 });
		for (let n = 0; n < 20; n++) pace.overrun();
		expect(departures(pace, [0, 0], 0)).toEqual([0, 11_000]);
	});

	it('lets the next request leave within a window though the clock was set back', () => {
		const pace = createPace({ requests: 2, windowMs: 10_000 });
		departures(pace, [0, 0], 5_000_000);
		const [next] = departures(pace, [0], 1_000_000);
		expect(next).toBeLessThanOrEqual(1_011_000);
	});

	it('keeps little in memory and stays fast over many requests', () => {
		const pace = createPace({ requests: 100, windowMs: 1000 });
		const startedAt = performance.now();
		departures(pace, new Array<number>(200_000).fill(0));
		expect(performance.now() - startedAt).toBeLessThan(5000);
	});
});
