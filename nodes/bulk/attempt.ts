import { ownReason, type Reason } from './outcome';
import type { Run } from './run';
import type { WireAnswer, WireRequest } from './wire';

/** Sends one request in its turn, counts it, and lets the pace learn from the answer. */
export async function attemptOnce<G extends object>(
	run: Run<G>,
	request: WireRequest,
): Promise<{ readonly answer: WireAnswer; readonly sentAt: number } | 'stopped'> {
	const slot = await turn(run);
	if (slot === undefined) return 'stopped';
	const { clock, pace, allowance } = run;
	const { sentAt, place } = slot;
	const answer = await run.wire(request);
	allowance.ended();
	if (answer.kind !== 'unsendable') run.counts.requests += 1;
	if (answer.kind === 'answered') {
		const report = run.operation.readPace?.(answer.headers);
		if (report) {
			pace.learn(report, sentAt);
			allowance.learn(report, place, clock.now());
		}
	}
	return { answer, sentAt };
}

/** How often to look whether an answer has told of more. */
const LOOK_AGAIN_MS = 500;

/** A request's place in time and among all requests. */
interface Slot {
	readonly sentAt: number;
	readonly place: number;
}

/** Waits for a slot. None: the run was stopped meanwhile, or would have to wait for too long. */
async function turn<G extends object>(run: Run<G>): Promise<Slot | undefined> {
	for (;;) {
		if (run.ended()) return undefined;
		const now = run.clock.now();
		const renewsInMs = run.allowance.delayMs(now);
		if (renewsInMs > 0 && run.allowance.mayGrow()) {
			await run.sleep(Math.min(LOOK_AGAIN_MS, renewsInMs));
			continue;
		}
		// A request more would only be refused.
		if (renewsInMs > run.maxWaitMs) {
			run.halt({ kind: 'exhausted', reason: usedUp(run.operation.vendor, renewsInMs) });
			return undefined;
		}
		const delay = Math.max(run.pace.delayMs(now), renewsInMs);
		if (delay <= 0) {
			run.pace.take(now);
			return { sentAt: now, place: run.allowance.take() };
		}
		await run.sleep(delay);
	}
}

function usedUp(vendor: string, renewsInMs: number): Reason {
	const seconds = Math.ceil(renewsInMs / 1000);
	const message = `${vendor} allows no more requests for ${seconds} s, longer than Max Wait allows`;
	return ownReason('ALLOWANCE_USED_UP', message, { retryable: true });
}
