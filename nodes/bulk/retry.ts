const BASE_MS = 500;
const CAP_MS = 30_000;

/**
 * Wait before the n-th repeat (n from 0): exponential with equal jitter, so that parallel requests
 * that failed together do not come back together.
 *
 * @param random a number in [0, 1)
 */
export function backoffMs(n: number, random: number): number {
	const full = Math.min(CAP_MS, BASE_MS * 2 ** n);
	return full / 2 + (full / 2) * random;
}

/**
 * Reads `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from `nowMs`.
 * Undefined where the header is missing or makes no sense.
 */
export function retryAfterMs(value: string | undefined, nowMs: number): number | undefined {
	const text = value?.trim();
	if (!text) return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	// Date.parse takes many things for a date ("-5", "7 apples"): an HTTP date begins with a weekday.
	if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return undefined;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
