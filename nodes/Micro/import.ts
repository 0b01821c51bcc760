import type { BulkOperation } from '../bulk/operation';
import { batchOperation } from './batchOperation';
import type { MicroGroup } from './group';
import { importRowMaker, type ImportRowParameters } from './importRow';
import { importReader, type IfThere } from './readImport';

export interface ImportParameters extends ImportRowParameters {
	/** UUID, from the credential. */
	readonly teamId: string;
	/** What becomes of a record that matches. */
	readonly ifThere: IfThere;
	readonly createMissingOptions: boolean;
	/** Whether any item of the run adds to a set. */
	readonly appends: boolean;
	/** Whether a row must have a stage in the list it goes into. */
	readonly requireStage: boolean;
}

/**
 * `POST /v2/prism/{teamId}/{objectType}/import`: 200 with results, or 202 with a job that has them
 * later. From how many rows on, and how many it takes, Micro does not say: a refused request is halved.
 *
 * Source: https://docs.micro.so/api/resources/prism/subresources/objects/subresources/organizations/methods/bulk_create
 */
export function importOperation(parameters: ImportParameters): BulkOperation<MicroGroup> {
	const { teamId, match, ifThere } = parameters;
	return batchOperation({
		operation: 'import',
		teamId,
		route: 'import',
		// Each request counts for the month, and so does each look at a job.
		mostRecords: 1000,
		// A row that matches what its first attempt made changes nothing; without a property to match by
		// each attempt makes a record, and Micro's replay of a first answer is not proven.
		repeatable: match !== undefined && !parameters.appends,
		envelope: { head: '{"objects":[', tail: `],"options":${optionsOf(parameters)}}` },
		toRecord: importRowMaker(parameters),
		readSuccess: importReader(teamId, match === undefined ? 'create' : ifThere),
	});
}

/** camelCase amid snake_case is Micro's own; the newer options only where they are wanted. */
function optionsOf({
	match,
	list,
	ifThere,
	createMissingOptions,
	requireStage,
}: ImportParameters): string {
	return JSON.stringify({
		...(match && { dedupe_by: match.property }),
		...(match?.matchCase && { caseInsensitive: false }),
		...(match && ifThere === 'update' && { update_existing: true }),
		...(list && { list_id: list.listId }),
		...(createMissingOptions && { create_missing_options: true }),
		...(requireStage && { require_list_stage: true }),
	});
}
