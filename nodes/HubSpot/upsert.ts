import type { BulkOperation } from '../bulk/operation';
import type { ApiVersion } from './apiVersion';
import { BATCH_OPERATION, batchRequest } from './batchOperation';
import type { HubSpotGroup } from './group';
import { readUpserted } from './readSuccess';
import { storedRecords } from './storedRecord';
import type { UpdateRecordParameters } from './updateRecord';
import { upsertRecordMaker } from './upsertRecord';

export interface UpsertParameters extends UpdateRecordParameters {
	readonly version: ApiVersion;
}

/**
 * `POST /crm/v3/objects/{objectType}/batch/upsert`
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/batch/upsert-objects
 */
export function upsertOperation(parameters: UpsertParameters): BulkOperation<HubSpotGroup> {
	const { version, schemaOf } = parameters;
	return {
		...BATCH_OPERATION,
		operation: 'upsert',
		// The first attempt creates, a repeat finds what it created by the same unique value.
		repeatable: true,
		toRecord: upsertRecordMaker(parameters),
		request: batchRequest(version, 'upsert'),
		readSuccess: readUpserted,
		comparison: storedRecords(
			version,
			({ objectType }, name) => schemaOf(objectType)?.get(name)?.kind,
		),
	};
}
