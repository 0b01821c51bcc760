import { reasonFrom } from '../bulk/interpret';
import type { Answer, Limit } from '../bulk/reading';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** SAS documents no limit; a proxy in front of it may have one. */
export function readLimit(answer: Answer): Limit {
	const reason = { ...reasonFrom(VENDOR, answer, readReason(answer)), retryable: true };
	return {
		kind: 'limited',
		reason,
		...(answer.waitMs !== undefined && { waitMs: answer.waitMs }),
	};
}
