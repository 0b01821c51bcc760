import type { BulkOperation } from '../bulk/operation';
import { listPath, type SasList } from './list';
import { readRefusal } from './readRefusal';
import { readSuccess } from './readSuccess';
import { storedRows } from './storedRows';
import { SPEECH } from './speech';

export interface ContentsParameters {
	readonly list: SasList;
	readonly operation: 'upsert' | 'delete';
	/** Rows in one request. */
	readonly batchSize: number;
	readonly toRecord: BulkOperation<SasList>['toRecord'];
}

export const DEFAULT_BATCH_SIZE = 500;

/**
 * `PUT /listData/lists/{listId}/contents?op=upsert` and `op=delete`
 *
 * All or nothing: 200 means that every row of the request is written, 400 that none is.
 * Source: https://developer.sas.com/rest-apis/listData/updateListContents
 */
export function contentsOperation(parameters: ContentsParameters): BulkOperation<SasList> {
	const { list, operation, batchSize, toRecord } = parameters;
	return {
		...SPEECH,
		operation,
		// SAS documents no maximum of either; proxies in front of it often have one of a few MiB.
		limits: { records: batchSize, bytes: 4 * 1024 * 1024 },
		// With duplicate keys a repeated upsert inserts again, and a repeated delete may take another
		// of several equal rows: SAS does not say whether one or all of them go.
		repeatable: !list.duplicateKeysEnabled,
		// SAS does not say what it answers when rows to delete are not there.
		refusedOnceDone: operation === 'delete',
		// No rate limit is documented, and all requests write to one list.
		parallel: 2,
		envelope: { head: '{"items":[', tail: ']}' },
		toRecord,
		request: ({ id }) => ({
			method: 'PUT',
			path: `${listPath(id)}/contents?op=${operation}`,
			headers: { 'Content-Type': 'application/vnd.sas.collection+json' },
		}),
		readSuccess,
		readRefusal,
		...(operation === 'upsert' && { comparison: storedRows(list) }),
	};
}
