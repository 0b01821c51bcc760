import type { BulkOperation } from '../bulk/operation';
import { batchOperation } from './batchOperation';
import type { MicroGroup } from './group';
import { readSuccess } from './readSuccess';
import { updateRecordMaker, type UpdateRecordParameters } from './updateRecord';

export interface UpdateParameters extends UpdateRecordParameters {
	/** UUID, from the credential. */
	readonly teamId: string;
	/** Whether any item of the run adds to a set. */
	readonly appends: boolean;
}

/**
 * `POST /v2/prism/{teamId}/{objectType}/batch/update`
 *
 * Source: https://docs.micro.so/api/go/resources/prism/subresources/objects/subresources/contacts/methods/bulk_update
 */
export function updateOperation(parameters: UpdateParameters): BulkOperation<MicroGroup> {
	const { teamId, appends } = parameters;
	return batchOperation({
		operation: 'update',
		teamId,
		route: 'batch/update',
		mostRecords: 100,
		// Setting the same values again changes nothing; adding to a set may add twice, for Micro does
		// not replay the first answer where that was a 5xx. For the whole run, as groups of their own
		// would cost requests and let two items of one record overtake each other.
		repeatable: !appends,
		envelope: { head: '{"items":[', tail: ']}' },
		toRecord: updateRecordMaker(parameters),
		readSuccess,
	});
}
