import type { IDataObject } from 'n8n-workflow';
import type { Notes } from './notes';
import type { Reason } from './outcome';
import type { PaceReport, PaceWindow } from './pace';
import type { Answer, Limit, Reading } from './reading';
import type { BulkRecord, Drafts, Rejection } from './record';
import type { StatusTable } from './statuses';
import type { Comparison, ReadBack } from './stored';
import type { VendorRequest } from './wire';

/**
 * A bulk operation, declared: data and pure functions; the helper runs it.
 *
 * G is the vendor's group: whatever all records of one request must share.
 */
export interface BulkOperation<G extends object> {
	/** As people write it: `HubSpot`. */
	readonly vendor: string;
	/** The operation's value in the node: `update`. */
	readonly operation: string;
	readonly limits: { readonly records: number; readonly bytes: number };
	/** Whether the same bytes can be sent twice with the effect of once. */
	readonly repeatable: boolean | ((group: G) => boolean);
	/**
	 * Whether a repeat can be refused because the first attempt, whose answer was lost, was carried out
	 * (deleting what is gone). Then such a refusal proves nothing, and the records stay unconfirmed.
	 */
	readonly refusedOnceDone?: boolean;
	/** Header for a key that is unique to a batch of this run and the same on each repeat of it. */
	readonly idempotencyHeader?: string;
	/**
	 * One record is enough for all items with its key (reading, deleting): they share it and its
	 * outcome, instead of leaving one after another.
	 */
	readonly sharedKeys?: boolean;
	/** 204 without a body is how this vendor says yes: `readSuccess` gets it with no body. */
	readonly emptySuccess?: boolean;
	/** 202 without a body is how this vendor puts a batch off: `readSuccess` gets it with no body. */
	readonly emptyAcceptance?: boolean;
	/** The limit to assume until the vendor's headers say otherwise. */
	readonly pace?: PaceWindow;
	/**
	 * Being told to wait so many times in a row means that a long allowance is gone, for a vendor whose
	 * answer looks the same as for its short limit.
	 */
	readonly exhaustedAfterWaits?: number;
	/** Requests in flight: at most. */
	readonly parallel: number;
	/** How this vendor's statuses differ from {@link DEFAULT_STATUSES}. */
	readonly statuses?: StatusTable;
	/** Text around the comma-separated records of a request body. */
	readonly envelope: { readonly head: string; readonly tail: string };
	/** Response headers that carry the id the vendor's support asks for. */
	readonly requestIdHeaders: readonly string[];

	/**
	 * Pure but for the notes, and may be called more than once for an item.
	 *
	 * @param json the input item as the user means it: without the columns of an earlier failure
	 * @param notes absent where nobody listens
	 */
	toRecord(json: IDataObject, item: number, notes?: Notes): Drafts<G> | Rejection;
	request(group: G): VendorRequest;
	/** Reads a 2xx answer. */
	readSuccess(answer: Answer, records: ReadonlyArray<BulkRecord<G>>): Reading;
	/** Reads an answer whose status means `refused`. May find that it is something else. */
	readRefusal(answer: Answer, records: ReadonlyArray<BulkRecord<G>>): Reading;
	/** Reads an answer whose status means `limited`. */
	readLimit(answer: Answer): Limit;
	/** Words for an answer that is neither: the vendor's own message where there is one. */
	readReason(answer: Answer): Partial<Pick<Reason, 'code' | 'message'>>;
	readPace?(headers: Answer['headers']): PaceReport | undefined;
	/** Reads an answer whose status means `lost`, where its body knows more than that. */
	readLost?(answer: Answer, records: ReadonlyArray<BulkRecord<G>>): Reading | undefined;
	/** Reads everything back after the last batch, to find what was not stored after all. */
	readonly readBack?: ReadBack<G>;
	/** Looks up what is stored before sending, for those who want to skip what is unchanged. */
	readonly comparison?: Comparison<G>;
}

/** How a vendor says that something is in the way: all that reading from it takes. */
export type Speech = Pick<
	BulkOperation<object>,
	'vendor' | 'statuses' | 'requestIdHeaders' | 'readReason' | 'readLimit'
>;
