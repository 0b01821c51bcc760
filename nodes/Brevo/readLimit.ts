import { reasonFrom } from '../bulk/interpret';
import type { Answer, Limit } from '../bulk/reading';
import { untilReset } from './rateLimit';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** Without a header nobody knows how long: refused calls in quick succession would not help. */
const USUAL_WAIT_MS = 60_000;

/**
 * Reads a 429: the hourly allowance is used up. Its body is not documented, and neither is
 * `Retry-After`, which is obeyed when it happens to be there.
 * Source: https://developers.brevo.com/docs/api-limits
 */
export function readLimit(answer: Answer): Limit {
	const reason = { ...reasonFrom(VENDOR, answer, readReason(answer)), retryable: true };
	const waitMs = answer.waitMs ?? untilReset(answer.headers) ?? USUAL_WAIT_MS;
	return { kind: 'limited', reason, waitMs };
}
