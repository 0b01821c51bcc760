import { failureIn, type Batch, type Fate } from './batch';
import { interpret } from './interpret';
import type { FollowUp, Reading, Refusal, Settled } from './reading';
import { ownReason, type Reason } from './outcome';
import { backoffMs } from './retry';
import { CANCELLED, type Run } from './run';
import { moveOn, standStill } from './standstill';
import type { WireAnswer } from './wire';

/** One request that has just ended. */
interface Attempt<G extends object> {
	readonly run: Run<G>;
	readonly batch: Batch<G>;
	readonly sentAt: number;
	/** How often this batch was repeated before, counted against Max Retries. */
	readonly repeats: number;
}

export type Step =
	| Fate
	/** Send it once more; `counts` against Max Retries, `newKey` under a new idempotency key. */
	| {
			readonly kind: 'repeat';
			readonly afterMs: number;
			readonly counts: boolean;
			readonly newKey?: boolean;
	  }
	/** Ask what became of it. */
	| { readonly kind: 'follow'; readonly followUp: FollowUp }
	/** The run was halted by what happened. */
	| { readonly kind: 'stopped' };

/** Readings that show the vendor at work. */
const ANSWERED = new Set<Reading['kind']>(['settled', 'refused', 'pending']);

/** Batches in a row that may use up their retries before the run is given up. */
const GIVE_UP_AFTER = 3;

/** Decides what follows from the way a request ended. */
export function react<G extends object>(attempt: Attempt<G>, answer: WireAnswer): Step {
	const { run, batch, sentAt } = attempt;
	switch (answer.kind) {
		case 'cancelled':
			batch.mayBeWritten = true;
			return stop(run, CANCELLED);
		case 'unsendable':
			return stop(run, { kind: 'fatal', reason: ownReason(answer.code, answer.message) });
		case 'unreachable': {
			const message = `${run.operation.vendor} cannot be reached: ${answer.message}`;
			return repeat(attempt, ownReason(answer.code, message, { retryable: true }));
		}
		case 'broken': {
			const message = `the answer was lost: ${answer.message}`;
			return lost(attempt, ownReason(answer.code, message, { retryable: true }));
		}
		case 'answered': {
			const now = run.clock.now();
			const reading = interpretSafely(attempt, answer, now);
			if (ANSWERED.has(reading.kind)) {
				run.lanes.answered(now - sentAt, run.pace.rate());
				run.answered(reading.kind);
				run.givenUpInARow = 0;
				moveOn(run);
			}
			return follow(attempt, reading);
		}
	}
}

/** A bug in a vendor's reader must not lose items: what it cannot read is unconfirmed. */
function interpretSafely<G extends object>(
	{ run, batch }: Attempt<G>,
	answer: Extract<WireAnswer, { kind: 'answered' }>,
	now: number,
): Reading {
	try {
		return interpret(run.operation, answer, batch.records, now);
	} catch (error) {
		const what = error instanceof Error ? error.message : String(error);
		const reason = ownReason('INTERNAL_ERROR', `the answer could not be read: ${what}`);
		return {
			kind: 'settled',
			outcomes: batch.records.map(() => ({ state: 'unconfirmed', reason })),
		};
	}
}

function follow<G extends object>(attempt: Attempt<G>, reading: Reading): Step {
	const { run, batch, sentAt } = attempt;
	/** The attempt whose answer was lost may be what this one is refused for. */
	const provesNothing = batch.mayBeWritten && run.operation.refusedOnceDone === true;
	switch (reading.kind) {
		case 'settled':
			return provesNothing ? { ...reading, outcomes: reading.outcomes.map(doubted) } : reading;
		case 'refused':
			if (provesNothing) {
				const failure = failureIn(batch, 'unconfirmed', reading.refusal.reason);
				return { kind: 'undelivered', failure };
			}
			// The same values are judged the same way each time: the lost answer was a refusal too.
			if (judgesValues(reading.refusal)) batch.mayBeWritten = false;
			return reading;
		case 'fatal': {
			run.halt({ kind: 'fatal', reason: reading.reason });
			const state = batch.mayBeWritten ? 'unconfirmed' : 'rejected';
			return { kind: 'undelivered', failure: failureIn(batch, state, reading.reason) };
		}
		case 'exhausted':
			return stop(run, { kind: 'exhausted', reason: reading.reason });
		case 'limited': {
			if (!standStill(run, reading.waitMs, reading.reason, sentAt)) return { kind: 'stopped' };
			run.pace.overrun();
			return { kind: 'repeat', afterMs: 0, counts: false };
		}
		case 'busy':
			run.lanes.crowded();
			return repeat(attempt, reading.reason, reading.waitMs);
		case 'lost':
			return lost(attempt, reading.reason, reading.waitMs);
		case 'pending':
			return { kind: 'follow', followUp: reading.followUp };
		case 'rekey': {
			// Under the old key an earlier, lost attempt may have been carried out.
			if (batch.mayBeWritten && !isRepeatable(attempt)) return lost(attempt, reading.reason);
			const step = repeat(attempt, reading.reason);
			return step.kind === 'repeat' ? { ...step, newKey: true } : step;
		}
	}
}

function doubted(outcome: Settled | undefined): Settled | undefined {
	return outcome?.state === 'rejected' ? { ...outcome, state: 'unconfirmed' } : outcome;
}

/** A conflict, or a refusal in nobody's words, may come from what an earlier attempt has done. */
function judgesValues({ reason: { httpStatus, code } }: Refusal): boolean {
	return (httpStatus === 400 || httpStatus === 422) && code !== `HTTP_${httpStatus}`;
}

function stop<G extends object>(run: Run<G>, why: Parameters<Run<G>['halt']>[0]): Step {
	run.halt(why);
	return { kind: 'stopped' };
}

function isRepeatable<G extends object>({ run, batch }: Attempt<G>): boolean {
	const { repeatable } = run.operation;
	return typeof repeatable === 'boolean' ? repeatable : repeatable(batch.group);
}

/** Nobody knows whether the batch was written: repeating it must be safe (law 6). */
function lost<G extends object>(attempt: Attempt<G>, reason: Reason, waitMs?: number): Step {
	const { batch } = attempt;
	batch.mayBeWritten = true;
	if (isRepeatable(attempt)) return repeat(attempt, reason, waitMs);
	// Nothing more of this batch leaves, but the others wait as told.
	heeded(attempt, reason, waitMs);
	return { kind: 'undelivered', failure: failureIn(batch, 'unconfirmed', reason) };
}

/** Repeats the request after a back-off, or gives the batch up when its retries are used. */
function repeat<G extends object>(attempt: Attempt<G>, reason: Reason, waitMs?: number): Step {
	const { run, batch, repeats } = attempt;
	const maySend = heeded(attempt, reason, waitMs);
	if (repeats >= run.maxRetries) {
		run.givenUpInARow += 1;
		if (!run.everAnswered || run.givenUpInARow >= GIVE_UP_AFTER) {
			run.halt({ kind: 'gaveUp', reason });
		}
		const state = batch.mayBeWritten ? 'unconfirmed' : 'notSent';
		return { kind: 'undelivered', failure: failureIn(batch, state, reason) };
	}
	if (!maySend) return { kind: 'stopped' };
	return { kind: 'repeat', afterMs: backoffMs(repeats, run.clock.random()), counts: true };
}

/** Makes the whole run wait as the vendor says. False: for too long, the run is halted. */
function heeded<G extends object>(
	{ run, sentAt }: Attempt<G>,
	reason: Reason,
	waitMs: number | undefined,
): boolean {
	return waitMs === undefined || standStill(run, waitMs, reason, sentAt);
}
