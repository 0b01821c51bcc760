import type { JsonObject } from './json';

/** Whether the write is really carried out before the broken answer is given. */
export type Applied = 'no' | 'before';

interface Delays {
	/** Wait this long before the write is applied. */
	beforeMs?: number;
	/** Wait this long between the write and the answer. */
	afterMs?: number;
	/** What the call log shows; the kind if absent. */
	label?: string;
}

export interface RespondFault extends Delays {
	kind: 'respond';
	status: number;
	headers?: Record<string, string>;
	/** Text is sent as it is, anything else as JSON, nothing as an empty body. */
	body?: unknown;
	applied?: Applied;
}

export type Fault =
	| RespondFault
	/** The socket is destroyed with the body unread; nothing is applied. */
	| ({ kind: 'resetBeforeRead' } & Delays)
	/** Applied, then the socket is destroyed without a word. */
	| ({ kind: 'resetAfterApply' } & Delays)
	/** Applied; headers and half of the body are sent, then the socket is destroyed. */
	| ({ kind: 'cutAnswer' } & Delays)
	/** Applied; valid HTTP whose length is right, but the JSON in it stops half way. */
	| ({ kind: 'truncatedJson' } & Delays)
	/** A web page where JSON was due. */
	| ({ kind: 'html'; status?: number; body?: string; applied?: Applied } & Delays)
	/** The true status (or the one given) with no body. */
	| ({ kind: 'emptyBody'; status?: number; applied?: Applied } & Delays)
	/** The right JSON, declared as text/plain. */
	| ({ kind: 'wrongContentType' } & Delays)
	/** The right answer, late. */
	| ({ kind: 'slow' } & Delays)
	/** Never answers until the sandbox closes. */
	| ({ kind: 'hang'; applied?: Applied } & Delays)
	/** The answer's body goes through a function first: drop, repeat, invent, reorder, relabel. */
	| ({
			kind: 'transform';
			change: (body: JsonObject) => unknown;
			status?: number;
	  } & Delays);

export type FaultKind = Fault['kind'];

/** Whether this fault lets the vendor do its work before it spoils the answer. */
export function appliesWrite(fault: Fault | undefined): boolean {
	if (fault === undefined) return true;
	switch (fault.kind) {
		case 'respond':
		case 'hang':
			return fault.applied === 'before';
		case 'html':
			return fault.applied !== 'no';
		case 'emptyBody':
			return fault.applied !== 'no';
		case 'resetBeforeRead':
			return false;
		default:
			return true;
	}
}
