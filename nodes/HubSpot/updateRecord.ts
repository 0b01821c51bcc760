import { pathReader } from '../bulk/dataPath';
import { fieldPicker, type FieldChoice } from '../bulk/fields';
import type { BulkOperation } from '../bulk/operation';
import { rejection } from '../bulk/record';
import { groupReader, type GroupParameters, type HubSpotGroup } from './group';
import { readProperties, setProperty, type PropertyRules } from './properties';
import { readKey } from './recordKey';

export interface UpdateRecordParameters extends GroupParameters, PropertyRules {
	readonly idField: string;
	readonly fields: FieldChoice;
}

/** Compiles the node's parameters to a function that turns an item into an input of batch/update. */
export function updateRecordMaker(
	parameters: UpdateRecordParameters,
): BulkOperation<HubSpotGroup>['toRecord'] {
	const { idField, schemaOf } = parameters;
	const groupOf = groupReader(parameters);
	const readId = pathReader(idField);
	const pick = fieldPicker(parameters.fields, idField);

	return (json, item, notes) => {
		const group = groupOf(item);
		if ('rejected' in group) return group;
		const id = readKey(group, readId(json), idField);
		if ('rejected' in id) return id;
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
			return rejection('NOTHING_TO_SEND', 'the item has no value to send besides its ID');
		}
		const { idProperty } = group;
		// HubSpot's results hold the values just sent: with its key among them a record can be matched.
		if (idProperty !== undefined && !Object.hasOwn(values, idProperty)) {
			setProperty(values, idProperty, id.id);
		}
		// A property that is undefined is left out of the JSON.
		const input = {
			id: id.id,
			idProperty,
			properties: values,
			objectWriteTraceId: String(item),
		};
		return { group, key: id.key, json: JSON.stringify(input) };
	};
}
