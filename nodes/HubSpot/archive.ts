import type { BulkOperation } from '../bulk/operation';
import type { ApiVersion } from './apiVersion';
import { BATCH_OPERATION, batchRequest } from './batchOperation';
import type { HubSpotGroup } from './group';
import { idRecordMaker, type IdRecordParameters } from './idRecord';
import { archiveReader } from './readArchived';

export interface ArchiveParameters extends Omit<IdRecordParameters, 'idProperty'> {
	readonly version: ApiVersion;
	/** Whether to read back what was archived; otherwise HubSpot's 204 counts as `accepted`. */
	readonly confirm: boolean;
}

/**
 * `POST /crm/v3/objects/{objectType}/batch/archive`
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/batch/archive-objects
 */
export function archiveOperation(parameters: ArchiveParameters): BulkOperation<HubSpotGroup> {
	const { version, confirm } = parameters;
	return {
		...BATCH_OPERATION,
		operation: 'archive',
		// Archiving what is archived changes nothing.
		repeatable: true,
		sharedKeys: true,
		emptySuccess: true,
		toRecord: idRecordMaker({ ...parameters, idProperty: () => '' }),
		request: batchRequest(version, 'archive'),
		readSuccess: archiveReader(version, confirm),
	};
}
