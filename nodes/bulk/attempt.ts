import type { PaceReport } from './operation';
import { ownReason, type Reason } from './outcome';
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
		if (report) learn(run, report, sentAt);
	}
	return { answer, sentAt };
}

function learn<G extends object>(run: Run<G>, report: PaceReport, sentAt: number): void {
	run.pace.learn(report, sentAt);
	const { remaining, renewsInMs } = report;
	if (remaining !== 0 || renewsInMs === undefined) return;
	// A request more would only be refused; whether the wait is worth it is asked when one is due.
	run.waits.renewsAt = Math.max(run.waits.renewsAt, run.clock.now() + renewsInMs);
}

/** Waits for a slot. False: the run was stopped meanwhile, or would have to wait for too long. */
async function turn<G extends object>(run: Run<G>): Promise<boolean> {
	for (;;) {
		if (run.ended()) return false;
		const now = run.clock.now();
		const renewsInMs = run.waits.renewsAt - now;
		if (renewsInMs > run.maxWaitMs) {
			run.halt({ kind: 'exhausted', reason: usedUp(run.operation.vendor, renewsInMs) });
			return false;
		}
		const delay = Math.max(run.pace.delayMs(now), renewsInMs);
		if (delay <= 0) {
			run.pace.take(now);
			return true;
		}
		await run.sleep(delay);
	}
}

function usedUp(vendor: string, renewsInMs: number): Reason {
	const seconds = Math.ceil(renewsInMs / 1000);
	const message = `${vendor} allows no more requests for ${seconds} s, longer than Max Wait allows`;
	return ownReason('ALLOWANCE_USED_UP', message, { retryable: true });
}
