import type { Clock } from './clock';
import type { Lanes } from './lanes';
import type { BulkOperation } from './operation';
import { ownReason, type Reason } from './outcome';
import type { Pace } from './pace';
import type { Wire } from './wire';

/** Why nothing more is sent. */
export interface Stop {
	/**
	 * `firstFailure`: the user wants to stop at the first failure; batches under way are still settled.
	 * All others end waits at once.
	 */
	readonly kind: 'cancelled' | 'fatal' | 'exhausted' | 'gaveUp' | 'firstFailure';
	readonly reason: Reason;
}

export interface RunCounts {
	requests: number;
	/** Requests that repeat one whose answer was lost, busy or over the limit. */
	retries: number;
}

/** Being told to wait: see standstill.ts. */
export interface Waits {
	/** Since when the vendor has kept the run waiting; undefined while it answers. */
	since: number | undefined;
	inARow: number;
	lastBegan: number;
}

/** What all deliveries of one run share. */
export interface Run<G extends object> {
	readonly operation: BulkOperation<G>;
	readonly wire: Wire;
	readonly clock: Clock;
	readonly pace: Pace;
	readonly lanes: Lanes;
	readonly maxRetries: number;
	/** The longest the run may stand still because the vendor says so. */
	readonly maxWaitMs: number;
	readonly counts: RunCounts;
	/** Fires when waits must end: a stop other than `firstFailure`, or the user's cancel. */
	readonly signal: AbortSignal;
	stop(): Stop | undefined;
	/** The first stop stays, except that anything overrules `firstFailure`. */
	halt(stop: Stop): void;
	readonly waits: Waits;
	everAnswered: boolean;
	/** Batches in a row that used up their retries. */
	givenUpInARow: number;
}

export interface RunParts<G extends object> {
	readonly operation: BulkOperation<G>;
	readonly wire: Wire;
	readonly clock: Clock;
	readonly pace: Pace;
	readonly lanes: Lanes;
	readonly maxRetries: number;
	readonly maxWaitMs: number;
	readonly cancelSignal?: AbortSignal | undefined;
}

export function startRun<G extends object>(parts: RunParts<G>): Run<G> {
	const { cancelSignal } = parts;
	const ended = new AbortController();
	const signal = cancelSignal ? AbortSignal.any([ended.signal, cancelSignal]) : ended.signal;
	let stop: Stop | undefined;
	return {
		...parts,
		counts: { requests: 0, retries: 0 },
		signal,
		stop() {
			if (cancelSignal?.aborted && stop?.kind !== 'cancelled') return CANCELLED;
			return stop;
		},
		halt(next) {
			if (stop && stop.kind !== 'firstFailure') return;
			stop = next;
			if (next.kind !== 'firstFailure') ended.abort();
		},
		waits: { since: undefined, inARow: 0, lastBegan: Number.NEGATIVE_INFINITY },
		everAnswered: false,
		givenUpInARow: 0,
	};
}

/** The user's cancel, however it was noticed. */
export const CANCELLED: Stop = {
	kind: 'cancelled',
	reason: ownReason('CANCELLED', 'the execution was cancelled', { retryable: true }),
};
