import fc from 'fast-check';
import { estimateMs, forecastLine } from '../../../nodes/bulk/forecast';
import { createLanes } from '../../../nodes/bulk/lanes';
import { createPace, type PaceWindow } from '../../../nodes/bulk/pace';

const estimate = (requests: number, pace?: PaceWindow, parallel = 8) =>
	estimateMs(requests, createPace(pace), createLanes(parallel));

describe('estimateMs', () => {
	it('takes half a second for an answer, with as many requests under way as a run has', () => {
		expect(estimate(0)).toBe(0);
		expect(estimate(1)).toBe(500);
		expect(estimate(9)).toBe(1000);
		expect(estimate(10, undefined, 1)).toBe(5000);
	});

	it('is the time that the limit takes where that is longer', () => {
		const pace = { requests: 100, windowMs: 10_000 };
		expect(estimate(1000, pace)).toBeGreaterThan(90_000);
		expect(estimate(1000, pace)).toBeLessThan(100_000);
	});

	it('grows with the number of requests', () => {
		const windows = fc.record({
			requests: fc.integer({ min: 1, max: 200 }),
			windowMs: fc.integer({ min: 100, max: 60_000 }),
		});
		fc.assert(
			fc.property(fc.nat(300), fc.option(windows, { nil: undefined }), (requests, pace) => {
				expect(estimate(requests + 1, pace)).toBeGreaterThanOrEqual(estimate(requests, pace));
			}),
		);
	});
});

describe('forecastLine', () => {
	const line = (changes: object) =>
		forecastLine({ items: 9700, requests: 97, estimatedMs: 9500, rejected: 0, ...changes });

	it('says what a run would take, and that nothing was sent', () => {
		expect(line({ rejected: 300 })).toBe(
			'Preview: 9\u202f700 items would take 97 requests, about 10 s; nothing was sent · 300 rejected',
		);
		expect(line({ items: 1, requests: 1, estimatedMs: 500 })).toBe(
			'Preview: 1 item would take 1 request, about 1 s; nothing was sent',
		);
	});

	it('gives long times in minutes and hours', () => {
		expect(line({ estimatedMs: 600_000 })).toContain('about 10 min;');
		expect(line({ estimatedMs: 3_600_000 * 5 })).toContain('about 5 h;');
	});
});
