import type { Call } from '../sandbox';

export interface Traffic {
	readonly requests: number;
	/** Requests that repeat one which was not answered as it should have been. */
	readonly retries: number;
}

/**
 * Counts at the receiving end, so that it says something about the node's own numbers. Logging on is
 * n8n's business, and so is sending once more what met an expired token: the node knows of neither.
 */
export function trafficOf(calls: readonly Call[]): Traffic {
	const asked = calls.filter(({ path, status }) => !isLogon(path) && status !== 401);
	/** Whether the last call of its kind was answered. */
	const answered = new Map<string, boolean>();
	let retries = 0;
	for (const call of asked) {
		const kind = kindOf(call);
		if (answered.get(kind) === false) retries += 1;
		answered.set(kind, isAnswered(call));
	}
	return { requests: asked.length, retries };
}

/** Whether the client got what the vendor had to say, late or not. */
export function isAnswered({ fault, status }: Call): boolean {
	return (fault === undefined || fault === 'slow') && typeof status === 'number' && status < 429;
}

const isLogon = (path: string): boolean => path.endsWith('/oauth/token');

/** The same request with the same records. */
function kindOf({ method, path, query, traceIds, recordIds, bytes }: Call): string {
	return [method, path, query, bytes, ...(traceIds ?? recordIds ?? [])].join(' ');
}
