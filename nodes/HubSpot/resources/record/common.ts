import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import {
	convertValuesParameter,
	NOTATION_OPTIONS,
	UNKNOWN_COLUMNS_OPTION,
} from '../../../bulk/conversionParameters';
import { fieldParameters, runOptions, type Mapper } from '../../../bulk/parameters';
import { API_VERSIONS } from '../../apiVersion';

/** Shown for one operation on records. */
export function forOperation(operation: string): IDisplayOptions {
	return { show: { resource: ['record'], operation: [operation] } };
}

/** @param placeholder a column as it may be called in the user's data */
export function idField(displayOptions: IDisplayOptions, placeholder: string): INodeProperties {
	return {
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		default: '',
		placeholder,
		displayOptions,
		description:
			"The input field that holds each record's ID. Drag the column here from the input panel.",
	};
}

export const apiVersionOption: INodeProperties = {
	displayName: 'API Version',
	name: 'apiVersion',
	type: 'options',
	options: API_VERSIONS.map((version) => ({ name: version, value: version })),
	default: 'v3',
	description:
		"Version of HubSpot's API. v3 loses HubSpot's support in September 2027; from 2026-09 on, validation rules set up in the account apply.",
};

/** For operations where items with one ID share a record: there is nothing to decide. */
export const WITHOUT_DUPLICATES: ReadonlySet<string> = new Set(['onDuplicateIds']);

export function recordOptions(
	displayOptions: IDisplayOptions,
	more: INodeProperties[] = [],
	leftOut?: ReadonlySet<string>,
): INodeProperties[] {
	return runOptions(displayOptions, [apiVersionOption, ...more], leftOut);
}

const MAPPER: Mapper = {
	method: 'getMappedProperties',
	dependsOn: ['objectType.value'],
	words: { singular: 'property', plural: 'properties' },
};

/** Which input fields become which properties, and in what form. */
export function propertyParameters(displayOptions: IDisplayOptions): INodeProperties[] {
	return [...fieldParameters(displayOptions, MAPPER), convertValuesParameter(displayOptions)];
}

/** How values are written, and what happens to columns that are no properties. */
export const CONVERSION_OPTIONS: INodeProperties[] = [...NOTATION_OPTIONS, UNKNOWN_COLUMNS_OPTION];
