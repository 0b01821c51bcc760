import type { BulkOperation } from '../bulk/operation';
import type { ApiVersion } from './apiVersion';
import { BATCH_OPERATION, batchRequest } from './batchOperation';
import { createRecordMaker, type CreateRecordParameters } from './createRecord';
import type { HubSpotGroup } from './group';
import { readCreated } from './readSuccess';

export interface CreateParameters extends CreateRecordParameters {
	readonly version: ApiVersion;
}

/**
 * `POST /crm/v3/objects/{objectType}/batch/create`
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/batch/create-objects
 */
export function createOperation(parameters: CreateParameters): BulkOperation<HubSpotGroup> {
	return {
		...BATCH_OPERATION,
		operation: 'create',
		// A repeat would create a second record of everything that has no unique value.
		repeatable: false,
		toRecord: createRecordMaker(parameters),
		request: batchRequest(parameters.version, 'create'),
		readSuccess: readCreated,
	};
}
