import type { IncomingHttpHeaders } from 'node:http';

import type { Call } from './callLog';
import type { FaultPlan } from './faultPlan';
import type { ParsedBody } from './json';

/** A request as a vendor sees it: raw bytes, and the JSON parsed at most once. */
export interface VendorRequest {
	readonly method: string;
	/** Path below the vendor's base URL, percent-encoding as sent. */
	readonly path: string;
	readonly query: URLSearchParams;
	/** Length of the whole request target. */
	readonly urlLength: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** Position of this call in the call log. */
	readonly callIndex: number;
	json(): ParsedBody;
	text(): string;
}

/** What to send: text as it is, undefined as no body, anything else as JSON. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}

/** One simulated API. Adding a vendor means writing one of these. */
export interface Vendor {
	/** Name in the call log and path prefix. */
	readonly name: string;
	readonly faults: FaultPlan;
	readonly latencyMs: number;
	/** Fills in what the call log says about the body. */
	describe(request: VendorRequest, call: Call, keepIds: boolean): void;
	/**
	 * Does what happens on arrival (who is it, is there quota left) and hands back the work itself,
	 * which runs after the answer time has passed.
	 */
	arrive(request: VendorRequest): () => Answer;
}
