import { createLanes } from '../../../nodes/bulk/lanes';
import { ownReason } from '../../../nodes/bulk/outcome';
import { createPace } from '../../../nodes/bulk/pace';
import { startRun, type Stop } from '../../../nodes/bulk/run';
import { simulatedClock } from './simulatedClock';
import { operationOf, type Group } from './simulatedVendor';

function started(cancelSignal?: AbortSignal) {
	const clock = simulatedClock();
	const run = startRun<Group>({
		operation: operationOf([]),
		clock,
		pace: createPace(undefined),
		lanes: createLanes(1),
		wire: () => Promise.resolve({ kind: 'cancelled' }),
		maxRetries: 0,
		maxWaitMs: 0,
		runId: 'r1',
		cancelSignal,
	});
	return { run, clock };
}
const stop = (kind: Stop['kind'], code: string = kind): Stop => ({
	kind,
	reason: ownReason(code, code),
});

describe('run', () => {
	it('keeps the first stop, except that anything overrules the first failure', () => {
		const { run } = started();
		expect([run.stop(), run.ended()]).toEqual([undefined, false]);
		run.halt(stop('firstFailure', 'A'));
		run.halt(stop('firstFailure', 'B'));
		expect(run.stop()?.kind).toBe('firstFailure');
		run.halt(stop('fatal', 'C'));
		run.halt(stop('exhausted', 'D'));
		expect(run.stop()?.reason.code).toBe('C');
	});

	it('goes on with what is under way after a first failure, and ends at once for all else', async () => {
		const { run, clock } = started();
		run.halt(stop('firstFailure'));
		expect(run.ended()).toBe(false);
		await run.sleep(1000);
		expect(clock.elapsed()).toBe(1000);
		clock.at(1500, () => {
			run.halt(stop('gaveUp'));
		});
		await Promise.all([run.sleep(60_000), run.sleep(90_000)]);
		expect(clock.elapsed()).toBe(1500);
		await run.sleep(60_000);
		expect(clock.elapsed()).toBe(1500);
	});

	it('notices a cancel at once, whatever stopped it before', async () => {
		const cancel = new AbortController();
		const { run, clock } = started(cancel.signal);
		clock.at(20, () => {
			cancel.abort();
		});
		await run.sleep(60_000);
		expect(clock.elapsed()).toBe(20);
		expect(run.ended()).toBe(true);
		run.halt(stop('fatal'));
		expect(run.stop()).toMatchObject({ kind: 'cancelled', reason: { code: 'CANCELLED' } });
	});

	it('lets go of the cancel signal when it closes', async () => {
		const cancel = new AbortController();
		const { run, clock } = started(cancel.signal);
		run.close();
		clock.at(10, () => {
			cancel.abort();
		});
		await run.sleep(50);
		expect(clock.elapsed()).toBe(50);
	});

	it('never hands out an idempotency key twice', () => {
		const { run } = started();
		const keys = Array.from({ length: 100 }, () => run.newKey());
		expect(new Set(keys).size).toBe(100);
		expect(keys.every((key) => key.startsWith('r1'))).toBe(true);
	});
});
