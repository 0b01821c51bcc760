import type { PaceReport } from './pace';

/** What is left of a long allowance, such as an hour's, as far as answers have told. */
export interface Allowance {
	/** Milliseconds until there is something left; 0 = now. */
	delayMs(now: number): number;
	/** Whether an answer that is still to come may tell of more. */
	mayGrow(): boolean;
	/** Takes one for a request that leaves now; returns its place among all requests. */
	take(): number;
	/** The request ended, with or without an answer. */
	ended(): void;
	/** @param place of the answer's request */
	learn(report: PaceReport, place: number, now: number): void;
}

/**
 * An answer counts the requests that reached the vendor before its own. Those that left after it are
 * taken off what it says is left: several requests under way never share the last one.
 */
export function createAllowance(): Allowance {
	let left = Number.POSITIVE_INFINITY;
	let renewsAt = 0;
	let sent = 0;
	let underWay = 0;
	let toldBy = 0;
	return {
		delayMs(now) {
			if (now >= renewsAt) left = Number.POSITIVE_INFINITY;
			return left > 0 ? 0 : renewsAt - now;
		},
		mayGrow: () => underWay > 0,
		take() {
			left -= 1;
			sent += 1;
			underWay += 1;
			return sent;
		},
		ended() {
			underWay -= 1;
		},
		learn({ remaining, renewsInMs }, place, now) {
			if (remaining === undefined || renewsInMs === undefined || place < toldBy) return;
			toldBy = place;
			left = remaining - (sent - place);
			renewsAt = now + renewsInMs;
		},
	};
}
