/** One request as the sandbox saw it. It is entered on arrival and completed when answered. */
export interface Call {
	vendor: string;
	method: string;
	/** Path below the vendor's base URL, percent-encoding as sent. */
	path: string;
	/** Query text without the question mark. */
	query: string;
	/** Exact size of the request body. */
	bytes: number;
	status: number | 'reset' | 'pending';
	/** Records in the request body, as the vendor counts them. */
	records: number;
	/** Arrival, by Date.now(). */
	at: number;
	/** When the answer went out, or the connection was destroyed. */
	answeredAt?: number;
	/** The answer's `Retry-After`, as sent. */
	retryAfter?: string;
	authorization?: string;
	idempotencyKey?: string;
	traceIds?: string[];
	recordIds?: string[];
	/** The injected fault that met this call. */
	fault?: string;
}

/** Every call in arrival order: a plain array that can also be emptied and cut down by vendor. */
export class CallLog extends Array<Call> {
	/** Benchmarks with millions of records turn this off to save the memory. */
	keepIds = true;

	/** `filter`, `map` and `slice` should give plain arrays. */
	static override get [Symbol.species](): ArrayConstructor {
		return Array;
	}

	/** Forgets everything; the next call has index 0 again. */
	clear(): void {
		this.length = 0;
	}

	of(vendor: string): Call[] {
		return this.filter((call) => call.vendor === vendor);
	}

	/** Calls whose path contains or matches `path`. */
	to(path: string | RegExp): Call[] {
		return this.filter((call) =>
			typeof path === 'string' ? call.path.includes(path) : path.test(call.path),
		);
	}
}
