import { createLanes } from '../../../nodes/bulk/lanes';
import { ownReason } from '../../../nodes/bulk/outcome';
import { createPace } from '../../../nodes/bulk/pace';
import { startRun } from '../../../nodes/bulk/run';
import { moveOn, standStill } from '../../../nodes/bulk/standstill';
import { simulatedClock } from './simulatedClock';
import { operationOf, type Group } from './simulatedVendor';

const REASON = ownReason('LIMIT', 'too many requests', { retryable: true });

/** A run whose time the test sets: seconds since its start. */
function waiting(maxWaitS: number) {
	let nowS = 0;
	const clock = { ...simulatedClock(), now: () => nowS * 1000 };
	const run = startRun<Group>({
		operation: operationOf([]),
		clock,
		pace: createPace(undefined),
		lanes: createLanes(1),
		wire: () => Promise.resolve({ kind: 'cancelled' }),
		maxRetries: 0,
		maxWaitMs: maxWaitS * 1000,
		runId: 'run',
	});
	return {
		run,
		/** Told at one moment to wait, by the answer to a request that left at another. */
		told(atS: number, waitS: number, sentAtS = atS) {
			nowS = atS;
			return standStill(run, waitS * 1000, REASON, sentAtS * 1000);
		},
		answered(atS: number) {
			nowS = atS;
			moveOn(run);
		},
		/** Seconds until something may leave. */
		pause: () => run.pace.delayMs(nowS * 1000) / 1000,
	};
}

describe('standStill', () => {
	it('waits as told, and a second at least', () => {
		for (const [told, pause] of [
			[0, 1],
			[0.5, 1],
			[7, 7],
		] as const) {
			const vendor = waiting(60);
			expect(vendor.told(0, told)).toBe(true);
			expect(vendor.pause()).toBe(pause);
		}
	});

	it('doubles the least wait while told so in a row, up to a minute', () => {
		const vendor = waiting(10_000);
		const pauses: number[] = [];
		for (let now = 0; pauses.length < 9; now += pauses.at(-1) ?? 0) {
			vendor.told(now, 0);
			pauses.push(vendor.pause());
		}
		expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
	});

	it('takes answers to requests that left before the wait began for the same wait', () => {
		const vendor = waiting(60);
		vendor.told(10, 0, 9);
		vendor.told(10.1, 0, 9.2);
		vendor.told(10.2, 0, 9.9);
		expect(vendor.pause()).toBe(1);
		vendor.told(11.2, 0, 11.1);
		expect(vendor.pause()).toBe(2);
	});

	it('waits a second at least for a latecomer, too, after the vendor has answered again', () => {
		const vendor = waiting(60);
		vendor.told(10, 0, 9);
		vendor.answered(10.5);
		vendor.told(20, 0, 9.5);
		expect(vendor.pause()).toBe(1);
	});

	it('halts the run when Max Wait would be exceeded, counted from the first wait in a row', () => {
		const vendor = waiting(30);
		expect(vendor.told(0, 20)).toBe(true);
		expect(vendor.told(20, 10)).toBe(true);
		expect(vendor.run.stop()).toBeUndefined();
		expect(vendor.told(30, 1)).toBe(false);
		expect(vendor.run.stop()).toMatchObject({
			kind: 'exhausted',
			reason: {
				code: 'LIMIT',
				retryable: true,
				message: expect.stringContaining('longer than Max Wait allows') as string,
			},
		});
	});

	it('begins to count anew once the vendor has answered', () => {
		const vendor = waiting(30);
		vendor.told(0, 25);
		vendor.answered(25);
		expect(vendor.told(26, 25)).toBe(true);
		expect(vendor.pause()).toBe(25);
	});

	it('does not wait at all when Max Wait is zero', () => {
		expect(waiting(0).told(0, 0)).toBe(false);
	});
});
