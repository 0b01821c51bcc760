import type { PaceReport } from '../bulk/pace';
import type { Answer } from '../bulk/reading';

/** The allowance is counted per hour, so no reset is further away. */
const HOUR_S = 3600;

/**
 * Brevo's headers for the hourly allowance that all keys of the account share: 100, 200 or 600
 * requests, by plan. A `Retry-After` beside them is the more direct order and goes first.
 * Source: https://developers.brevo.com/docs/limit-headers
 */
export function readPace(headers: Answer['headers']): PaceReport | undefined {
	const limit = wholeNumber(headers['x-sib-ratelimit-limit']);
	const remaining = wholeNumber(headers['x-sib-ratelimit-remaining']);
	if (limit === undefined || remaining === undefined) return undefined;
	const renewsInMs = headers['retry-after'] === undefined ? untilReset(headers) : undefined;
	return { limit, remaining, ...(renewsInMs !== undefined && { renewsInMs }) };
}

/** Milliseconds until the hour begins anew; the header is a delta in seconds. */
export function untilReset(headers: Answer['headers']): number | undefined {
	const seconds = wholeNumber(headers['x-sib-ratelimit-reset']);
	return seconds === undefined ? undefined : Math.min(seconds, HOUR_S) * 1000;
}

function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
