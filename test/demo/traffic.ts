import type { Call } from '../sandbox';

export interface Traffic {
	readonly requests: number;
	/** Requests with exactly the records of an earlier one: sent once more. */
	readonly retries: number;
}

/** Counts at the receiving end, so that it says something about the node's own numbers. */
export function trafficOf(calls: readonly Call[]): Traffic {
	const different = new Set(calls.map(({ path, traceIds = [] }) => `${path} ${traceIds.join()}`));
	return { requests: calls.length, retries: calls.length - different.size };
}
