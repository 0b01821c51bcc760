import { ownReason, type Reason } from './outcome';

/** What an item becomes on its way to the vendor. */
export interface RecordDraft<G> {
	/**
	 * Identifies the record within its group. Two records with the same key never share a batch, so
	 * write it in the loosest form the vendor could treat as equal (lower case for e-mail keys).
	 */
	readonly key: string;
	/** Batches hold one group only (same path, same id property); compared by identity. */
	readonly group: G;
	/** The record's JSON inside the vendor's envelope, serialised once. */
	readonly json: string;
	/** How many entries of the vendor's list `json` holds, comma-separated; 1 if not said. */
	readonly entries?: number;
}

/**
 * What an item becomes: one record, or several with one key where the vendor's limits do not let it
 * travel in one request. Those leave one after another, each only if the one before was written.
 */
export type Drafts<G> = RecordDraft<G> | readonly [RecordDraft<G>, ...Array<RecordDraft<G>>];

export interface BulkRecord<G> extends RecordDraft<G> {
	/** Index of the input item. */
	readonly item: number;
	/** UTF-8 bytes of `json`. */
	readonly bytes: number;
	/** Which of the item's records this is, counted from 0, and how many there are. */
	readonly part: number;
	readonly parts: number;
}

/** Our own check refused the item: nothing is sent for it. */
export interface Rejection {
	readonly rejected: Reason;
}

/** @param field the input field or parameter that is at fault */
export function rejection(code: string, message: string, field?: string): Rejection {
	return { rejected: ownReason(code, message, field === undefined ? {} : { field }) };
}

export function isRejection(value: object): value is Rejection {
	return 'rejected' in value;
}
