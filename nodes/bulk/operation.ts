import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { ownReason, type Reason } from './outcome';
import type { StatusTable } from './statuses';

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
}

export interface BulkRecord<G> extends RecordDraft<G> {
	/** Index of the input item. */
	readonly item: number;
	/** UTF-8 bytes of `json`. */
	readonly bytes: number;
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

export interface VendorRequest {
	readonly method: IHttpRequestMethods;
	/** Appended to the credential's base URL; every variable part is already encoded. */
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A complete HTTP answer. `body` is undefined where the text is not JSON. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	readonly body: unknown;
	/** `Retry-After`, already read. */
	readonly waitMs?: number;
	readonly requestId?: string;
}

/** A refused batch: nothing of it was written. */
export interface Refusal {
	/** Stands for the whole refusal when no record can be named. */
	readonly reason: Reason;
	/** Everything the answer complains about, to notice when a complaint comes back. */
	readonly complaints: readonly Reason[];
	/** Records the answer singles out, by their position in the batch. */
	readonly culprits: ReadonlyArray<{ readonly position: number; readonly reason: Reason }>;
}

/** What an answer means for a batch. Positions are those of the batch's records. */
export type Reading =
	/** One outcome per record; undefined where the answer does not mention it. */
	| { readonly kind: 'settled'; readonly outcomes: ReadonlyArray<Settled | undefined> }
	| { readonly kind: 'refused'; readonly refusal: Refusal }
	/** Refused for a reason that concerns every record alike: going on is pointless. */
	| { readonly kind: 'fatal'; readonly reason: Reason }
	/** Told to slow down; nothing was written. `waitMs` undefined: the vendor did not say how long. */
	| { readonly kind: 'limited'; readonly reason: Reason; readonly waitMs?: number }
	/** A daily, hourly or monthly allowance is gone; nothing was written. */
	| { readonly kind: 'exhausted'; readonly reason: Reason }
	/** Refused for the moment; nothing was written. */
	| { readonly kind: 'busy'; readonly reason: Reason; readonly waitMs?: number }
	/** Nobody knows whether the batch was written. */
	| { readonly kind: 'lost'; readonly reason: Reason; readonly waitMs?: number };

/** An outcome as the vendor's answer tells it; the helper adds attempts and batch number. */
export type Settled =
	| { readonly state: 'written' | 'accepted'; readonly record: IDataObject }
	| { readonly state: 'rejected' | 'unconfirmed'; readonly reason: Reason };

/** What the vendor's headers say about its limit right now. */
export interface PaceReport {
	/** Requests allowed in one window. */
	readonly limit: number;
	/** Requests left in the window that is running. */
	readonly remaining?: number;
}

export interface PaceWindow {
	readonly requests: number;
	readonly windowMs: number;
}

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
	readonly repeatable: boolean;
	/** The limit to assume until the vendor's headers say otherwise. */
	readonly pace?: PaceWindow;
	/** Requests in flight: at most. */
	readonly parallel: number;
	/** How this vendor's statuses differ from {@link DEFAULT_STATUSES}. */
	readonly statuses?: StatusTable;
	/** Text around the comma-separated records of a request body. */
	readonly envelope: { readonly head: string; readonly tail: string };
	/** Response headers that carry the id the vendor's support asks for. */
	readonly requestIdHeaders: readonly string[];

	/** @param json the input item as the user means it: without the columns of an earlier failure */
	toRecord(json: IDataObject, item: number): RecordDraft<G> | Rejection;
	request(group: G): VendorRequest;
	/** Reads a 2xx answer. */
	readSuccess(answer: Answer, records: ReadonlyArray<BulkRecord<G>>): Reading;
	/** Reads an answer whose status means `refused`. May find that it is something else. */
	readRefusal(answer: Answer, records: ReadonlyArray<BulkRecord<G>>): Reading;
	/** Reads an answer whose status means `limited`. */
	readLimit(answer: Answer): Reading;
	/** Words for an answer that is neither: the vendor's own message where there is one. */
	readReason(answer: Answer): Partial<Pick<Reason, 'code' | 'message'>>;
	readPace?(headers: Answer['headers']): PaceReport | undefined;
}
