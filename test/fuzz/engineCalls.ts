/** Requests that n8n makes on its own, which know neither our pace nor our count of retries. */
import type { Call } from '../sandbox';

/** A token is n8n's to fetch. */
export const byEngine = ({ path }: Call) => /token|logon/i.test(path);

/** After a 401 and a new token n8n sends the refused request once more, at once. */
export function repeatsOfEngine(calls: readonly Call[]): ReadonlySet<Call> {
	const repeats = new Set<Call>();
	calls.forEach((token, at) => {
		if (!byEngine(token)) return;
		const next = calls
			.slice(at + 1)
			.find((call) => !byEngine(call) && call.at >= (token.answeredAt ?? Infinity));
		if (next && calls.slice(0, at).some((call) => isSame(call, next))) repeats.add(next);
	});
	return repeats;
}

const isSame = (one: Call, other: Call) =>
	one.method === other.method && one.path === other.path && one.bytes === other.bytes;
