import type { BulkOperation } from '../bulk/operation';
import { isRejection } from '../bulk/record';
import { textOfTarget, targetReader, type TargetParameters } from './deleteTarget';
import { readDeleted } from './readDeleted';
import { readRefusal } from './readRefusal';
import { groupReader, type TalkdeskGroup } from './recordList';
import { SPEECH } from './speech';
import { HAL_JSON } from './vendor';

export interface DeleteParameters extends TargetParameters {
	readonly recordList: (item: number) => unknown;
}

/**
 * `DELETE /record-lists/{id}/records/bulks`: a bare JSON array of what is to go.
 *
 * Source: https://docs.talkdesk.com/reference/delete-a-record
 */
export function deleteOperation(parameters: DeleteParameters): BulkOperation<TalkdeskGroup> {
	const byId = parameters.deleteBy === 'id';
	const groupOf = groupReader(parameters.recordList);
	const readTarget = targetReader(parameters);
	return {
		...SPEECH,
		operation: 'delete',
		// 200 are documented, but the counters of the answer go to 100.
		limits: { records: 100, bytes: 10 * 1024 * 1024 },
		// Several records may share a number or a reference: a second time might take another one.
		repeatable: byId,
		sharedKeys: byId,
		refusedOnceDone: true,
		emptyAcceptance: true,
		parallel: 4,
		envelope: { head: '[', tail: ']' },
		toRecord(json, item) {
			const group = groupOf(item);
			if (isRejection(group)) return group;
			const target = readTarget(json, item);
			if (isRejection(target)) return target;
			return { group, key: textOfTarget(target), json: JSON.stringify(target) };
		},
		request: ({ listId }) => ({
			method: 'DELETE',
			path: `/record-lists/${encodeURIComponent(listId)}/records/bulks`,
			headers: { Accept: HAL_JSON, 'Content-Type': 'application/hal+json' },
		}),
		readSuccess: readDeleted,
		readRefusal,
	};
}
