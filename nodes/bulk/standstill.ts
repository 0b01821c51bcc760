import type { Reason } from './outcome';
import type { Run } from './run';

/** The least wait after being told to slow down; doubles while that happens in a row. */
const SHORTEST_WAIT_MS = 1000;
const LONGEST_FLOOR_MS = 60_000;

/**
 * Stops everything for as long as the vendor says, but never for more than Max Wait without an answer
 * in between. Several requests in flight are told the same thing at once: that is one wait.
 *
 * @param toldMs undefined where the vendor does not say how long: the length of its limit's window
 * @param sentAt when the request left that was told to wait
 * @returns false when that would be too long; the run is then halted
 */
export function standStill<G extends object>(
	run: Run<G>,
	toldMs: number | undefined,
	reason: Reason,
	sentAt: number,
): boolean {
	const now = run.clock.now();
	const { waits } = run;
	if (sentAt >= waits.lastBegan) {
		waits.inARow += 1;
		waits.lastBegan = now;
	}
	const { exhaustedAfterWaits = Number.POSITIVE_INFINITY } = run.operation;
	if (waits.inARow >= exhaustedAfterWaits) {
		const message = `${reason.message} (told to wait ${waits.inARow} times in a row: the allowance seems to be used up)`;
		run.halt({ kind: 'exhausted', reason: { ...reason, message } });
		return false;
	}
	const floor = Math.min(LONGEST_FLOOR_MS, SHORTEST_WAIT_MS * 2 ** Math.max(0, waits.inARow - 1));
	const until = now + Math.max(toldMs ?? run.operation.pace?.windowMs ?? 0, floor);
	waits.since ??= now;
	if (until - waits.since > run.maxWaitMs) {
		const seconds = Math.ceil((until - now) / 1000);
		const message = `${reason.message} (the wait of ${seconds} s is longer than Max Wait allows)`;
		run.halt({ kind: 'exhausted', reason: { ...reason, message } });
		return false;
	}
	run.pace.pauseUntil(until);
	return true;
}

/** The vendor answers again. */
export function moveOn<G extends object>({ waits }: Run<G>): void {
	waits.since = undefined;
	waits.inARow = 0;
}
