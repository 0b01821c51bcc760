import { createAllowance, type Allowance } from './allowance';
import type { Clock } from './clock';
import type { Lanes } from './lanes';
import type { BulkOperation } from './operation';
import type { Reading } from './reading';
import { CANCELLED_REASON, type Reason } from './outcome';
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
	readonly allowance: Allowance;
	readonly lanes: Lanes;
	readonly maxRetries: number;
	/** The longest the run may stand still because the vendor says so. */
	readonly maxWaitMs: number;
	readonly counts: RunCounts;
	/** Whether waits must end: after a stop other than `firstFailure`, or the user's cancel. */
	ended(): boolean;
	/** Resolves after `ms`, or as soon as the run has ended. */
	sleep(ms: number): Promise<void>;
	stop(): Stop | undefined;
	/** The first stop stays, except that anything overrules `firstFailure`. */
	halt(stop: Stop): void;
	/** An idempotency key nobody has used: unique to this run and this call. */
	newKey(): string;
	/** Lets go of the cancel signal. */
	close(): void;
	readonly waits: Waits;
	/** Whether the vendor ever gave an answer about records; {@link Run.answered} sets it. */
	everAnswered: boolean;
	/**
	 * Resolves with the first such answer: more requests may be under way from then on. A refusal is
	 * looked at first, for it may concern everything.
	 */
	readonly firstAnswer: Promise<void>;
	answered(kind: Reading['kind']): void;
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
	/** Tells this run's idempotency keys from those of all other runs. */
	readonly runId: string;
	readonly cancelSignal?: AbortSignal | undefined;
}

export function startRun<G extends object>(parts: RunParts<G>): Run<G> {
	const { cancelSignal, clock } = parts;
	// One signal per wait: n8n's sleep adds a listener to it, and a shared one would soon have too many.
	const sleepers = new Set<AbortController>();
	const wakeAll = () => {
		for (const sleeper of sleepers) sleeper.abort();
	};
	let halted: Stop | undefined;
	let keys = 0;
	let resolveFirst: (() => void) | undefined;
	const firstAnswer = new Promise<void>((resolve) => {
		resolveFirst = resolve;
	});
	const stop = () => (cancelSignal?.aborted ? CANCELLED : halted);
	const ended = () => (stop()?.kind ?? 'firstFailure') !== 'firstFailure';
	cancelSignal?.addEventListener('abort', wakeAll);
	return {
		...parts,
		allowance: createAllowance(),
		counts: { requests: 0, retries: 0 },
		stop,
		ended,
		halt(next) {
			if (halted && halted.kind !== 'firstFailure') return;
			halted = next;
			if (ended()) wakeAll();
		},
		async sleep(ms) {
			if (ended()) return;
			const sleeper = new AbortController();
			sleepers.add(sleeper);
			await clock.sleep(ms, sleeper.signal);
			sleepers.delete(sleeper);
		},
		newKey() {
			keys += 1;
			return `${parts.runId}-${keys}`;
		},
		close() {
			cancelSignal?.removeEventListener('abort', wakeAll);
		},
		waits: { since: undefined, inARow: 0, lastBegan: Number.NEGATIVE_INFINITY },
		everAnswered: false,
		firstAnswer,
		answered(kind) {
			this.everAnswered = true;
			if (kind !== 'refused') resolveFirst?.();
		},
		givenUpInARow: 0,
	};
}

/** The user's cancel, however it was noticed. */
export const CANCELLED: Stop = {
	kind: 'cancelled',
	reason: CANCELLED_REASON,
};
