/** One run as plain data: it can be printed, repeated and made smaller. */
export interface FuzzCase {
	readonly seed: number;
	/** Name of the conformance row. */
	readonly row: string;
	readonly slots: readonly Slot[];
	readonly options: Options;
	readonly latencyMs: number;
	/** Whether the vendor's rate limits, quotas and token lifetimes hold. */
	readonly limits: boolean;
	readonly faults: readonly PlannedFault[];
	/** Simulated moment of the user's cancel. */
	readonly cancelAtMs?: number;
	/** Calls (counted from 1) before which all of the vendor's tokens expire. */
	readonly expireBefore: readonly number[];
}

/** How an item is made from the row's good one. */
export interface Slot {
	/** Which good item: two slots with the same base have the same key. */
	readonly base: number;
	/** How often the row's `again` is applied: the same key, another value. */
	readonly agains: number;
	readonly kind: 'good' | 'refused' | 'malformed' | 'unknown' | 'again' | 'large' | 'oversize';
	/** For a large one: how many bytes it is to take about. */
	readonly bytes?: number;
}

export interface Options {
	readonly onError: 'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow';
	readonly batchSize?: number;
	readonly parallelRequests?: number;
	readonly maxRetries?: number;
	readonly maxWait?: number;
	readonly onDuplicateIds?: 'keepOrder' | 'keepLast' | 'reject';
}

export interface PlannedFault {
	/** Requests that carry records, or all others: tokens, definitions, processes, reading back. */
	readonly scope: 'batch' | 'other';
	/** The first request of the scope to meet it, counted from 1, and how many do. */
	readonly from: number;
	readonly times: number;
	/** Key of the catalogue in faultKinds.ts. */
	readonly kind: string;
	/** Picks among the variants of the kind. */
	readonly variant: number;
}
