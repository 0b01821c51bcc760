import type { BulkOperation } from '../bulk/operation';
import type { ApiVersion } from './apiVersion';
import { BATCH_OPERATION, batchRequest } from './batchOperation';
import type { HubSpotGroup } from './group';
import { readSuccess } from './readSuccess';
import { storedRecords } from './storedRecord';
import { updateRecordMaker, type UpdateRecordParameters } from './updateRecord';

export interface UpdateParameters extends UpdateRecordParameters {
	readonly version: ApiVersion;
}

/**
 * `POST /crm/v3/objects/{objectType}/batch/update`
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/batch/update-objects
 */
export function updateOperation(parameters: UpdateParameters): BulkOperation<HubSpotGroup> {
	const { version, schemaOf } = parameters;
	return {
		...BATCH_OPERATION,
		operation: 'update',
		// Setting the same values again changes nothing.
		repeatable: true,
		toRecord: updateRecordMaker(parameters),
		request: batchRequest(version, 'update'),
		readSuccess,
		comparison: storedRecords(
			version,
			({ objectType }, name) => schemaOf(objectType)?.get(name)?.kind,
		),
	};
}
