import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { Notes } from './notes';
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
	/**
	 * Records the answer singles out, by their position in the batch. For each complaint name all the
	 * records it is about or none: whoever is named is rejected unless the complaint comes back when
	 * the rest is sent without them.
	 */
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
	| { readonly kind: 'lost'; readonly reason: Reason; readonly waitMs?: number }
	/** Taken, but carried out in the background: to be asked for until it has ended. */
	| { readonly kind: 'pending'; readonly followUp: FollowUp }
	/** The idempotency key cannot be used (any more): nothing was done under it. */
	| { readonly kind: 'rekey'; readonly reason: Reason };

/** What an answer says about a limit that was reached. */
export type Limit = Extract<Reading, { kind: 'limited' | 'exhausted' }>;

/**
 * How to learn what became of a batch that the vendor works on in the background, or whose answer
 * does not tell.
 */
export interface FollowUp {
	readonly request: VendorRequest & { readonly body?: Buffer };
	/** Reads a 2xx answer; undefined: still running; `pending`: there is one more question. */
	read(answer: Answer): Extract<Reading, { kind: 'settled' | 'pending' }> | undefined;
	/** For people: where to look when nobody waits any longer. */
	readonly name: string;
	/** The answer is there already: ask without a pause. */
	readonly atOnce?: boolean;
}

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
	/** Milliseconds until there are new ones: with none remaining, nothing leaves before. */
	readonly renewsInMs?: number;
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

/** Everything the vendor holds, page by page. */
export interface PagedRecords<G extends object> {
	/**
	 * @param page counted from 1
	 * @param before how many records were on the pages before, for a vendor that counts from there
	 */
	request(group: G, page: number, before?: number): VendorRequest;
	/** Reads a 2xx answer; undefined when it cannot be read. */
	read(answer: Answer, page: number, before?: number): StoredPage | undefined;
}

/** A second look at what was written: pages of stored records, compared with what was sent. */
export interface ReadBack<G extends object> extends PagedRecords<G> {
	/** What is wrong with a record that counts as written; undefined: nothing. */
	compare(record: BulkRecord<G>, stored: Stored): Verdict | undefined;
}

/** The stored records of one batch by one request. */
export interface BatchLookUp<G extends object> {
	request(
		group: G,
		records: ReadonlyArray<BulkRecord<G>>,
	): VendorRequest & { readonly body?: Buffer };
	/** By position, undefined where nothing is stored; undefined when the answer cannot be read. */
	read(answer: Answer, records: ReadonlyArray<BulkRecord<G>>): readonly unknown[] | undefined;
}

/** How to learn what the vendor holds, so that only what differs from it is sent. */
export interface Comparison<G extends object> {
	/** For each batch, or everything before the first one; whichever the vendor has. */
	readonly lookUp: { readonly byBatch: BatchLookUp<G> } | { readonly pages: PagedRecords<G> };
	/** Why nothing of this group can be compared: then everything is sent. */
	problem?(group: G): string | undefined;
	/** Whatever is in doubt is a difference. */
	difference(record: BulkRecord<G>, stored: unknown): Difference;
}

/** The stored record as the item's json, or the record's JSON with nothing in it but what differs. */
export type Difference = { readonly unchanged: IDataObject } | { readonly json: string };

export interface StoredPage {
	/** Stored records by every key they can be looked up by. */
	readonly records: ReadonlyArray<{ readonly keys: readonly string[]; readonly record: unknown }>;
	/** Records in all, to notice that pages shifted while they were read. */
	readonly total: number;
	readonly more: boolean;
}

/** The stored record, or that there is none; `certain` is false when pages may have shifted. */
export type Stored =
	{ readonly record: unknown } | { readonly missing: true; readonly certain: boolean };

export interface Verdict {
	readonly state: 'rejected' | 'unconfirmed';
	readonly reason: Reason;
}
