import { fieldPicker, type FieldChoice } from '../bulk/fields';
import type { BulkOperation } from '../bulk/operation';
import { rejection } from '../bulk/record';
import { groupReader, type GroupParameters, type HubSpotGroup } from './group';
import { isContactType } from './objectTypes';
import { readProperties, type PropertyRules } from './properties';

export interface CreateRecordParameters extends Pick<GroupParameters, 'objectType'>, PropertyRules {
	readonly fields: FieldChoice;
}

/** Compiles the node's parameters to a function that turns an item into an input of batch/create. */
export function createRecordMaker(
	parameters: CreateRecordParameters,
): BulkOperation<HubSpotGroup>['toRecord'] {
	const { objectType, schemaOf } = parameters;
	const groupOf = groupReader({ objectType, idProperty: () => '' });
	const pick = fieldPicker(parameters.fields);

	return (json, item, notes) => {
		const group = groupOf(item);
		if ('rejected' in group) return group;
		const properties = readProperties(
			json,
			item,
			pick,
			schemaOf(group.objectType),
			parameters,
			notes,
		);
		if ('rejected' in properties) return properties;
		const { values } = properties;
		if (Object.keys(values).length === 0) {
			return rejection('NOTHING_TO_SEND', 'the item has no value to send');
		}
		const input = { properties: values, objectWriteTraceId: String(item) };
		return { group, key: keyOf(group, values.email, item), json: JSON.stringify(input) };
	};
}

/** HubSpot refuses a batch with one e-mail twice: then the second contact meets the first, created. */
function keyOf({ objectType }: HubSpotGroup, email: string | undefined, item: number): string {
	const unique = isContactType(objectType) && email !== undefined && email !== '';
	return unique ? email.toLowerCase() : `item ${item}`;
}
