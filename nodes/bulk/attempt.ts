import type { Run } from './run';
import type { WireAnswer, WireRequest } from './wire';

/** Sends one request in its turn, counts it, and lets the pace learn from the answer. */
export async function attemptOnce<G extends object>(
	run: Run<G>,
	request: WireRequest,
): Promise<{ readonly answer: WireAnswer; readonly sentAt: number } | 'stopped'> {
	if (!(await turn(run))) return 'stopped';
	const sentAt = run.clock.now();
	const answer = await run.wire(request);
	if (answer.kind !== 'unsendable') run.counts.requests += 1;
	if (answer.kind === 'answered') {
		const report = run.operation.readPace?.(answer.headers);
		if (report) run.pace.learn(report, sentAt);
	}
	return { answer, sentAt };
}

/** Waits for a slot. False: the run was stopped meanwhile. */
async function turn<G extends object>(run: Run<G>): Promise<boolean> {
	for (;;) {
		if (run.ended()) return false;
		const now = run.clock.now();
		const delay = run.pace.delayMs(now);
		if (delay <= 0) {
			run.pace.take(now);
			return true;
		}
		await run.sleep(delay);
	}
}
