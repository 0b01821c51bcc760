import type { BulkOperation } from '../bulk/operation';
import { isRejection } from '../bulk/record';
import { batchOperation } from './batchOperation';
import { groupReader, type BrevoGroup } from './group';
import { identifierReader, keyOf, type IdentifiedBy } from './identifier';
import { acceptanceReader } from './readSuccess';

export interface DeleteParameters {
	readonly objectType: (item: number) => unknown;
	readonly identifyBy: IdentifiedBy;
	readonly idField: string;
	readonly waitForCompletion: boolean;
}

/**
 * `POST /objects/{object_type}/batch/delete`: the lists of identifiers are `ids` or `ext_ids`, never
 * both. What Brevo says of an identifier that is not there is not documented.
 *
 * Source: https://developers.brevo.com/reference/custom-objects/batch-delete-object-records
 */
export function deleteOperation(parameters: DeleteParameters): BulkOperation<BrevoGroup> {
	const { identifyBy, waitForCompletion } = parameters;
	const list = identifyBy === 'id' ? 'ids' : 'ext_ids';
	return {
		...batchOperation({
			operation: 'delete',
			route: 'batch/delete',
			// What is gone stays gone.
			repeatable: true,
			envelope: { head: `{"identifiers":{"${list}":[`, tail: ']}}' },
			toRecord: recordMaker(parameters),
			readSuccess: acceptanceReader(waitForCompletion, (json) => {
				const value: unknown = JSON.parse(json);
				return { identifiers: identifyBy === 'id' ? { id: value } : { ext_id: value } };
			}),
		}),
		sharedKeys: true,
	};
}

function recordMaker({
	objectType,
	identifyBy,
	idField,
}: DeleteParameters): BulkOperation<BrevoGroup>['toRecord'] {
	const groupOf = groupReader(objectType, true);
	const identify = identifierReader(identifyBy, idField);
	return (json, item) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const identifier = identify(json);
		if (isRejection(identifier)) return identifier;
		const value = 'id' in identifier ? identifier.id : identifier.ext_id;
		return { group, key: keyOf(identifier), json: JSON.stringify(value) };
	};
}
