import { reasonFrom } from '../bulk/interpret';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { BrevoGroup } from './group';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/**
 * Reads an answer that refused a whole batch (400, 413, 422): nothing of it was taken. Brevo documents
 * no way to name a record; where a message says `records[17]` it is believed, and the helper finds out
 * when that was a mistake.
 */
export function readRefusal(
	answer: Answer,
	records: ReadonlyArray<BulkRecord<BrevoGroup>>,
): Reading {
	const words = readReason(answer);
	const reason = reasonFrom(VENDOR, answer, words);
	const message = words.message ?? '';
	if (concernsEveryRecord(message)) return { kind: 'fatal', reason };
	const named = [...message.matchAll(/\b(?:records|ids|ext_ids)\[(\d+)\]/g)].map(([, position]) =>
		Number(position),
	);
	const culprits = [...new Set(named)]
		.filter((position) => position < records.length)
		.map((position) => ({ position, reason }));
	return { kind: 'refused', refusal: { reason, complaints: [reason], culprits } };
}

/** An object type that is not there: 400 in one place of the documentation, 404 in another. */
function concernsEveryRecord(message: string): boolean {
	return (
		/\bobject[ _]type|organi[sz]ation/i.test(message) && !/record|associat|attribute/i.test(message)
	);
}
