import { createLanes, type Lanes } from '../../../nodes/bulk/lanes';

const calm = (lanes: Lanes, times: number, latencyMs = 1000, rate?: number) => {
	for (let n = 0; n < times; n++) lanes.answered(latencyMs, rate);
};

describe('lanes', () => {
	it('lets the first request go alone, even if the user wants more', () => {
		expect(createLanes(20).width()).toBe(1);
		expect(createLanes(20, 8).width()).toBe(1);
	});

	it('opens all lanes after the first answer where no limit is known', () => {
		const lanes = createLanes(20);
		lanes.answered(100, undefined);
		expect(lanes.width()).toBe(20);
	});

	it('opens as many as keep the limit busy, and never more than the most', () => {
		const slow = createLanes(50);
		calm(slow, 1, 2000, 0.01);
		// Twenty are under way at any time at ten per second and two seconds each.
		expect(slow.width()).toBeGreaterThanOrEqual(20);
		expect(slow.width()).toBeLessThanOrEqual(30);
		const capped = createLanes(12);
		calm(capped, 1, 60_000, 1);
		expect(capped.width()).toBe(12);
		const single = createLanes(1);
		calm(single, 1, 60_000, 1);
		expect(single.width()).toBe(1);
	});

	it('follows the latency', () => {
		const lanes = createLanes(100);
		calm(lanes, 1, 1000, 0.02);
		const before = lanes.width();
		calm(lanes, 30, 4000, 0.02);
		expect(lanes.width()).toBeGreaterThan(before * 2);
		calm(lanes, 60, 1, 0.02);
		expect(lanes.width()).toBeLessThanOrEqual(before);
	});

	it('takes the choice of the user instead, above the most, too', () => {
		const lanes = createLanes(5, 9);
		calm(lanes, 1, 1, 0.0001);
		expect(lanes.width()).toBe(9);
	});

	it('halves when the vendor is crowded and comes back one lane per ten calm answers', () => {
		for (const lanes of [createLanes(8), createLanes(3, 8)]) {
			calm(lanes, 1);
			lanes.crowded();
			expect(lanes.width()).toBe(4);
			calm(lanes, 9);
			expect(lanes.width()).toBe(4);
			calm(lanes, 1);
			expect(lanes.width()).toBe(5);
			calm(lanes, 1000);
			expect(lanes.width()).toBe(8);
		}
	});

	it('never closes the last lane', () => {
		const lanes = createLanes(8);
		calm(lanes, 1);
		for (let n = 0; n < 10; n++) lanes.crowded();
		expect(lanes.width()).toBe(1);
	});
});
