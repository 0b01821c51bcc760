import { pathReader } from '../bulk/dataPath';
import type { BulkOperation } from '../bulk/operation';
import { isRejection } from '../bulk/record';
import { batchOperation } from './batchOperation';
import { groupReader, type MicroGroup } from './group';
import { readSuccess } from './readSuccess';
import { readRecordId } from './recordId';

export interface DeleteParameters {
	/** UUID, from the credential. */
	readonly teamId: string;
	readonly objectType: (item: number) => unknown;
	readonly idField: string;
}

/**
 * `POST /v2/prism/{teamId}/{objectType}/batch/delete`: soft, a record can be restored one by one.
 *
 * Source: https://github.com/micro-so/micro-sdk-py
 */
export function deleteOperation(parameters: DeleteParameters): BulkOperation<MicroGroup> {
	const { teamId, idField } = parameters;
	return {
		...batchOperation({
			operation: 'delete',
			teamId,
			route: 'batch/delete',
			mostRecords: 100,
			repeatable: true,
			envelope: { head: '{"ids":[', tail: ']}' },
			toRecord: recordMaker(parameters.objectType, idField),
			readSuccess,
		}),
		sharedKeys: true,
		// Micro fails a record that is gone already, unless it remembers the key of the first attempt.
		refusedOnceDone: true,
	};
}

function recordMaker(
	objectType: DeleteParameters['objectType'],
	idField: string,
): BulkOperation<MicroGroup>['toRecord'] {
	const groupOf = groupReader(objectType);
	const readId = pathReader(idField);
	return (json, item) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const id = readRecordId(readId(json), idField);
		return isRejection(id) ? id : { group, key: id.key, json: JSON.stringify(id.key) };
	};
}
