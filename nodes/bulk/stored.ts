import type { IDataObject } from 'n8n-workflow';
import type { Reason } from './outcome';
import type { Answer } from './reading';
import type { BulkRecord } from './record';
import type { VendorRequest } from './wire';

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
