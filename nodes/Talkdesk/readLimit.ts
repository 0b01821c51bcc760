import { reasonFrom } from '../bulk/interpret';
import { isObject } from '../bulk/json';
import type { Answer, Limit } from '../bulk/reading';
import { fieldsOf, readReason } from './readReason';

/**
 * Reads a 429. No limit is documented for record lists; elsewhere Talkdesk says how long to wait in
 * the body, in the entry `retry-after` of `fields`, in seconds.
 */
export function readLimit(answer: Answer): Limit {
	const reason = { ...reasonFrom('Talkdesk', answer, readReason(answer)), retryable: true };
	const waitMs = answer.waitMs ?? hintMs(answer.body);
	return { kind: 'limited', reason, ...(waitMs !== undefined && { waitMs }) };
}

function hintMs(body: unknown): number | undefined {
	const fields = isObject(body) ? fieldsOf(body) : [];
	const hint = fields.find(({ name }) => name.toLowerCase() === 'retry-after')?.description ?? '';
	return /^\d{1,9}$/.test(hint.trim()) ? Number(hint) * 1000 : undefined;
}
