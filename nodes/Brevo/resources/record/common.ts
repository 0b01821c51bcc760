import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Shown for one operation on object records. */
export function forOperation(operation: string): IDisplayOptions {
	return { show: { resource: ['record'], operation: [operation] } };
}

export function idField(displayOptions: IDisplayOptions): INodeProperties {
	return {
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		default: '',
		placeholder: 'e.g. vehicle_id',
		displayOptions,
		description:
			"The input field that holds each record's ID. Drag the column here from the input panel.",
	};
}

export function waitForCompletion(
	displayOptions: IDisplayOptions,
	description: string,
): INodeProperties {
	return {
		displayName: 'Wait for Completion',
		name: 'waitForCompletion',
		type: 'boolean',
		default: true,
		displayOptions,
		description,
	};
}
