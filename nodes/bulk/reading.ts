import type { IDataObject } from 'n8n-workflow';
import type { Reason } from './outcome';
import type { VendorRequest } from './wire';

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
