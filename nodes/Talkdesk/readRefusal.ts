import { reasonFrom } from '../bulk/interpret';
import type { Answer, Reading } from '../bulk/reading';
import { readReason } from './readReason';

/**
 * Reads an answer that refused a whole request. Talkdesk names a member at most, never a record, so
 * the batch is halved. Bad values of single records do not come here: those are errors inside a 200.
 */
export function readRefusal(answer: Answer): Reading {
	const reason = reasonFrom('Talkdesk', answer, readReason(answer));
	return { kind: 'refused', refusal: { reason, complaints: [reason], culprits: [] } };
}
