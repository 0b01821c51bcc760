import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { Mapper } from '../../../bulk/parameters';

/** Shown for one operation on records. */
export function forOperation(operation: string): IDisplayOptions {
	return { show: { resource: ['record'], operation: [operation] } };
}

export const LIST_ID_PLACEHOLDER = 'e.g. 11111111-1111-4111-8111-111111111111';

/** The record's own ID, a UUID. */
export function recordIdField(displayOptions: IDisplayOptions): INodeProperties {
	return {
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		default: '',
		placeholder: 'e.g. Record ID',
		displayOptions,
		description:
			"The input field that holds each record's ID (a UUID). Drag the column here from the input panel. Micro cannot find records by another property in bulk, except when importing.",
	};
}

/** Map Manually: the properties that can be written. */
export const mapper: Mapper = {
	method: 'getProperties',
	dependsOn: ['objectType.value', 'writeInto', 'listId'],
	words: { singular: 'property', plural: 'properties' },
};

/** Says of Convert Values what it costs at Micro. */
export function withMicrosPrice(property: INodeProperties): INodeProperties {
	const words =
		"Micro's properties are read once per run for it, which is one request of the month's 1,000.";
	return { ...property, description: `${property.description ?? ''} ${words}` };
}
