/** Requests that n8n makes on its own, which know neither our pace nor our count of retries. */
import type { Call } from '../sandbox';

/** A token is n8n's to fetch. */
export const byEngine = ({ path }: Call) => /token|logon/i.test(path);

/**
 * After a 401 and a new token n8n sends the refused request once more, at once. The log has no status of
 * an answer that was cut: there it is the next request after the token.
 */
export function repeatsOfEngine(calls: readonly Call[]): ReadonlySet<Call> {
	const repeats = new Set<Call>();
	const refused: Call[] = [];
	let renewedAt: number | undefined;
	for (const [index, call] of calls.entries()) {
		if (byEngine(call)) {
			renewedAt = call.answeredAt;
			continue;
		}
		const at = refused.findIndex((one) => isSame(one, call) && (one.answeredAt ?? 0) <= call.at);
		if (at >= 0) refused.splice(at, 1);
		if (at >= 0 || followsCut(calls.slice(0, index), call, renewedAt)) repeats.add(call);
		if (renewedAt !== undefined && call.at >= renewedAt) renewedAt = undefined;
		if (call.status === 401) refused.push(call);
	}
	return repeats;
}

/** @param before the calls before it; where answers take no time they can have left at the same moment */
function followsCut(before: readonly Call[], call: Call, renewedAt: number | undefined): boolean {
	if (renewedAt === undefined || call.at < renewedAt) return false;
	return before.some((one) => one.status === 'reset' && isSame(one, call));
}

const isSame = (one: Call, other: Call) =>
	one.method === other.method && one.path === other.path && one.bytes === other.bytes;
