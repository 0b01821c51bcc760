import { reasonFrom } from '../bulk/interpret';
import type { Answer, Limit } from '../bulk/reading';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** The per-second limit passes within seconds; who is told to wait longer has used up the month. */
const LONGEST_SHORT_WAIT_MS = 60_000;
/** What Micro's own client waits where the answer does not say. */
const USUAL_WAIT_MS = 5000;

/** So many in a row mean the month too: for a second's limit one wait is enough. */
export const EXHAUSTED_AFTER_WAITS = 5;

/**
 * Reads a 429. The 10 requests a second and the 1,000 a month answer alike, but for `Retry-After`.
 * Source: https://docs.micro.so/guides/rate-limits
 */
export function readLimit(answer: Answer): Limit {
	const { waitMs = USUAL_WAIT_MS } = answer;
	const reason = { ...reasonFrom(VENDOR, answer, readReason(answer)), retryable: true };
	if (waitMs <= LONGEST_SHORT_WAIT_MS) return { kind: 'limited', reason, waitMs };
	const hours = Math.ceil(waitMs / 3_600_000);
	const message = `${reason.message} (the month's requests seem to be used up: Micro asks to wait ${hours} h)`;
	return { kind: 'exhausted', reason: { ...reason, message } };
}
