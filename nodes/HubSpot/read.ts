import type { BulkOperation } from '../bulk/operation';
import type { ApiVersion } from './apiVersion';
import { BATCH_OPERATION, batchRequest } from './batchOperation';
import type { HubSpotGroup } from './group';
import { idRecordMaker, type IdRecordParameters } from './idRecord';
import { keyProperties, readFound } from './readFound';

export interface ReadParameters extends Omit<IdRecordParameters, 'idProperty'> {
	readonly version: ApiVersion;
	/** Unique property that the ids are values of; undefined: they are record ids. */
	readonly idProperty: string | undefined;
	/** Properties to read; none: HubSpot's usual few. */
	readonly properties: readonly string[];
}

/**
 * `POST /crm/v3/objects/{objectType}/batch/read`
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/batch/read-objects
 */
export function readOperation(parameters: ReadParameters): BulkOperation<HubSpotGroup> {
	const { version, idProperty, properties } = parameters;
	// Unlike in a write, the key property is named once for all.
	const common = {
		properties: [...new Set([...properties, ...keyProperties(idProperty)])],
		...(idProperty !== undefined && { idProperty }),
	};
	return {
		...BATCH_OPERATION,
		operation: 'read',
		repeatable: true,
		sharedKeys: true,
		envelope: { head: `${JSON.stringify(common).slice(0, -1)},"inputs":[`, tail: ']}' },
		toRecord: idRecordMaker({ ...parameters, idProperty: () => idProperty ?? '' }),
		request: batchRequest(version, 'read'),
		readSuccess: readFound,
	};
}
