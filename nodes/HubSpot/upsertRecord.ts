import { pathReader } from '../bulk/dataPath';
import { fieldPicker } from '../bulk/fields';
import { found } from '../bulk/found';
import type { BulkOperation } from '../bulk/operation';
import { rejection } from '../bulk/record';
import { groupReader, type HubSpotGroup } from './group';
import { readProperties, setProperty } from './properties';
import { readKey } from './recordKey';
import type { UpdateRecordParameters } from './updateRecord';

/** Compiles the node's parameters to a function that turns an item into an input of batch/upsert. */
export function upsertRecordMaker(
	parameters: UpdateRecordParameters,
): BulkOperation<HubSpotGroup>['toRecord'] {
	const { idField, schemaOf } = parameters;
	const groupOf = groupReader(parameters);
	const readId = pathReader(idField);
	const pick = fieldPicker(parameters.fields, idField);

	return (json, item, notes) => {
		const group = groupOf(item);
		if ('rejected' in group) return group;
		const { idProperty } = group;
		if (idProperty === undefined) return NO_ID_PROPERTY;
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
		const own = values[idProperty];
		// Written under one value and found by another, a repeated request would create a second record.
		if (own !== undefined && own.toLowerCase() !== id.key) {
			const message = `the property ${idProperty} finds the record, so it cannot be given another value: found ${found(own)} beside the ID ${found(id.id)}`;
			return rejection('ID_CHANGED', message, idProperty);
		}
		setProperty(values, idProperty, id.id);
		const input = { id: id.id, idProperty, properties: values, objectWriteTraceId: String(item) };
		return { group, key: id.key, json: JSON.stringify(input) };
	};
}

const NO_ID_PROPERTY = rejection(
	'INVALID_ID_PROPERTY',
	'HubSpot finds the record to update or create by a property with unique values, such as the email of a contact, not by the record ID',
	'ID Property',
);
