import type { BulkOperation } from '../bulk/operation';
import { matchById } from './matchById';
import { readRefusal } from './readRefusal';
import { successReader } from './readSuccess';
import type { TalkdeskGroup } from './recordList';
import { SPEECH } from './speech';
import { updateRecordMaker, type UpdateRecordParameters } from './updateRecord';
import { HAL_JSON } from './vendor';

/**
 * `PATCH /record-lists/{id}/records/bulks`: a bare JSON array of operations, answered at once.
 *
 * Source: https://docs.talkdesk.com/reference/update-list-records
 */
export function updateOperation(parameters: UpdateRecordParameters): BulkOperation<TalkdeskGroup> {
	return {
		...SPEECH,
		operation: 'update',
		// Operations: the answer's counters go to 100. Talkdesk documents no byte limit; ours keeps a
		// body full of extra data within reason.
		limits: { records: 100, bytes: 10 * 1024 * 1024 },
		// `replace` sets the same values again. `add` sets the same keys of extra data again; neither
		// merging nor substituting them twice differs from doing it once.
		repeatable: true,
		// No rate limit is documented: a few at a time, and slower as soon as a 429 says so.
		parallel: 4,
		envelope: { head: '[', tail: ']' },
		toRecord: updateRecordMaker(parameters),
		request: ({ listId }) => ({
			method: 'PATCH',
			path: `/record-lists/${encodeURIComponent(listId)}/records/bulks`,
			headers: {
				Accept: HAL_JSON,
				'Content-Type': 'application/json-patch+json',
			},
		}),
		readSuccess: successReader(matchById),
		readRefusal,
	};
}
