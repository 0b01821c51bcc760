import { reasonFrom } from '../bulk/interpret';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** 500 after which Micro's clients do not repeat a write: something was, or may have been, saved. */
const NOT_TO_BE_REPEATED = new Set(['write_committed', 'write_outcome_unknown']);

/**
 * Reads a 5xx that says more than that.
 * Source: https://github.com/micro-so/micro-sdk-ts
 */
export function readLost(
	answer: Answer,
	records: ReadonlyArray<BulkRecord<object>>,
): Reading | undefined {
	const words = readReason(answer);
	if (!NOT_TO_BE_REPEATED.has(words.code ?? '')) return undefined;
	const reason = { ...reasonFrom(VENDOR, answer, words), retryable: true };
	return { kind: 'settled', outcomes: records.map(() => ({ state: 'unconfirmed', reason })) };
}
