import { sleep } from 'n8n-workflow';

/** The only source of time and chance, so that tests can inject both. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after `ms`, or at once when the signal fires; never rejects. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
	/** A number in [0, 1). */
	random(): number;
}

/** Timers overflow at 2^31 ms and would then fire at once. */
const LONGEST_TIMER_MS = 2_000_000_000;

export const systemClock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	async sleep(ms, signal) {
		if (signal.aborted) return;
		try {
			await sleep(Math.min(Math.max(0, ms), LONGEST_TIMER_MS), signal);
		} catch {
			// n8n's sleep rejects when the signal fires; whoever waits looks at the signal itself.
		}
	},
};
