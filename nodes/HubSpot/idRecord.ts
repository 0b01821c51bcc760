import { pathReader } from '../bulk/dataPath';
import type { BulkOperation } from '../bulk/operation';
import { groupReader, type GroupParameters, type HubSpotGroup } from './group';
import { readKey } from './recordKey';

export interface IdRecordParameters extends GroupParameters {
	readonly idField: string;
}

/** Makes the function that turns an item into an input that is nothing but its id. */
export function idRecordMaker(
	parameters: IdRecordParameters,
): BulkOperation<HubSpotGroup>['toRecord'] {
	const { idField } = parameters;
	const groupOf = groupReader(parameters);
	const readId = pathReader(idField);
	return (json, item) => {
		const group = groupOf(item);
		if ('rejected' in group) return group;
		const id = readKey(group, readId(json), idField);
		if ('rejected' in id) return id;
		return { group, key: id.key, json: JSON.stringify({ id: id.id }) };
	};
}
