import { createLanes } from '../../../nodes/bulk/lanes';
import { ownReason } from '../../../nodes/bulk/outcome';
import { createPace } from '../../../nodes/bulk/pace';
import { startRun } from '../../../nodes/bulk/run';
import { moveOn, standStill } from '../../../nodes/bulk/standstill';
import { simulatedClock } from './simulatedClock';
import { operationOf, type Group } from './simulatedVendor';

/** Tells a run at these seconds to wait for one second; `answer`: the vendor works in between. */
function told(...steps: ReadonlyArray<number | 'answer'>) {
	let nowS = 0;
	const run = startRun<Group>({
		operation: { ...operationOf([]), exhaustedAfterWaits: 3 },
		clock: { ...simulatedClock(), now: () => nowS * 1000 },
		pace: createPace(undefined),
		lanes: createLanes(1),
		wire: () => Promise.resolve({ kind: 'cancelled' }),
		maxRetries: 0,
		maxWaitMs: 1e9,
		runId: 'run',
	});
	const waits = steps.map((step) => {
		if (step === 'answer') {
			moveOn(run);
			return step;
		}
		nowS = step;
		return standStill(run, 1000, ownReason('LIMIT', 'too many requests'), nowS * 1000);
	});
	return { waits, stop: run.stop() };
}

describe('exhaustedAfterWaits', () => {
	it('ends the run when told to wait so often in a row', () => {
		const { waits, stop } = told(1, 10, 20);
		expect(waits).toEqual([true, true, false]);
		expect(stop).toMatchObject({
			kind: 'exhausted',
			reason: { message: expect.stringContaining('3 times in a row') as string },
		});
	});

	it('begins anew when the vendor answers', () => {
		expect(told(1, 10, 'answer', 20, 30).stop).toBeUndefined();
	});
});
