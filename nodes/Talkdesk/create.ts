import type { BulkOperation } from '../bulk/operation';
import { createRecordMaker, type CreateRecordParameters } from './createRecord';
import { matchByContent } from './matchByContent';
import { readCreateRefusal } from './readCreateRefusal';
import { successReader } from './readSuccess';
import type { TalkdeskGroup } from './recordList';
import { SPEECH } from './speech';
import { HAL_JSON } from './vendor';

/**
 * `POST /record-lists/{id}/records/bulks`: 201 with one entry per record, those that failed included.
 *
 * Source: https://docs.talkdesk.com/reference/record-lists-bulks
 */
export function createOperation(parameters: CreateRecordParameters): BulkOperation<TalkdeskGroup> {
	return {
		...SPEECH,
		operation: 'create',
		// Too many are refused (0530936) and their number is not documented; the counters go to 100.
		limits: { records: 100, bytes: 10 * 1024 * 1024 },
		// There is no idempotency key. A list that keeps numbers or external IDs unique would refuse a
		// record the second time, another one would have it twice.
		repeatable: false,
		parallel: 4,
		envelope: { head: '{"records":[', tail: ']}' },
		toRecord: createRecordMaker(parameters),
		request: ({ listId }) => ({
			method: 'POST',
			path: `/record-lists/${encodeURIComponent(listId)}/records/bulks`,
			headers: { Accept: HAL_JSON, 'Content-Type': 'application/hal+json' },
		}),
		readSuccess: successReader(matchByContent),
		readRefusal: readCreateRefusal,
	};
}
