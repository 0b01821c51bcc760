import type { Refusal, Settled } from './reading';
import type { BulkRecord } from './record';
import type { Failure, Reason } from './outcome';

/** A record that an answer named as the reason for a refusal. */
export interface Named<G> {
	readonly record: BulkRecord<G>;
	readonly reason: Reason;
	readonly attempts: number;
	/** An earlier answer about it was lost, and the refusal does not say that nothing was done then. */
	readonly mayBeWritten: boolean;
}

/** Records that travel in one request. */
export interface Batch<G> {
	readonly group: G;
	readonly records: ReadonlyArray<BulkRecord<G>>;
	/** Of the batch these records began their journey in; counted from 1. */
	readonly number: number;
	/** Records named by the refusal this batch comes from: convicted unless the complaint comes back. */
	readonly onTrial: ReadonlyArray<Named<G>>;
	/** Names in an answer have misled once: halve instead. */
	readonly ignoreNames: boolean;
	/** Requests that have carried these records. */
	attempts: number;
	/** An answer to these very records was lost. */
	mayBeWritten: boolean;
}

/** What became of a batch. */
export type Fate =
	| { readonly kind: 'settled'; readonly outcomes: ReadonlyArray<Settled | undefined> }
	| { readonly kind: 'refused'; readonly refusal: Refusal }
	/** All its records fail the same way. */
	| { readonly kind: 'undelivered'; readonly failure: Failure };

export function firstBatch<G>(
	group: G,
	records: ReadonlyArray<BulkRecord<G>>,
	number: number,
): Batch<G> {
	return {
		group,
		records,
		number,
		onTrial: [],
		ignoreNames: false,
		attempts: 0,
		mayBeWritten: false,
	};
}

/** A part of a refused batch, to be sent on its own. */
export function partOf<G>(
	batch: Batch<G>,
	records: ReadonlyArray<BulkRecord<G>>,
	changes: Partial<Pick<Batch<G>, 'onTrial' | 'ignoreNames' | 'attempts'>> = {},
): Batch<G> {
	return { ...batch, records, onTrial: [], ...changes };
}

export function failureIn<G>(batch: Batch<G>, state: Failure['state'], reason: Reason): Failure {
	return { state, reason, attempts: batch.attempts, batch: batch.number };
}
