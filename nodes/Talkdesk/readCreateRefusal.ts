import { asObject } from '../bulk/json';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import { readRefusal } from './readRefusal';
import type { TalkdeskGroup } from './recordList';

/** "Record List is full": https://docs.talkdesk.com/reference/record-lists-bulks */
const LIST_FULL = '0530911';

/**
 * Reads an answer that refused a whole request. A list without room for all of a request may still
 * have some; one without room for a single record takes no other either.
 */
export function readCreateRefusal(
	answer: Answer,
	records: ReadonlyArray<BulkRecord<TalkdeskGroup>>,
): Reading {
	const reading = readRefusal(answer);
	const isFull = asObject(answer.body).code === LIST_FULL && records.length === 1;
	return isFull && reading.kind === 'refused'
		? { kind: 'fatal', reason: reading.refusal.reason }
		: reading;
}
