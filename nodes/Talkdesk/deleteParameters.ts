import type { INodeProperties } from 'n8n-workflow';
import { runOptions } from '../bulk/parameters';
import { DEFAULT_COUNTRY } from './defaultCountry';

const forDelete = { show: { resource: ['record'], operation: ['delete'] } };

/** Parameters of Record → Delete, beside the record list. */
export const deleteParameters: INodeProperties[] = [
	{
		displayName: 'Identify By',
		name: 'deleteBy',
		type: 'options',
		noDataExpression: true,
		displayOptions: forDelete,
		options: [
			{
				name: 'External ID',
				value: 'external',
				description: 'The ID a record has in the system it came from',
			},
			{
				name: 'Phone Number',
				value: 'phone',
				description: 'Any number of the record',
			},
			{ name: 'Record ID', value: 'id', description: "Talkdesk's own ID" },
		],
		default: 'id',
		description:
			'How items name the records to delete. Talkdesk does not say what happens where several records share a number or an external ID.',
	},
	{
		displayName: 'External Provider',
		name: 'externalProvider',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. salesforce',
		displayOptions: { show: { ...forDelete.show, deleteBy: ['external'] } },
		description: 'The system the external IDs come from, as the records have it',
	},
	{
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		default: '',
		placeholder: 'e.g. Record ID',
		displayOptions: forDelete,
		description:
			'The input field that holds the record ID, phone number or external ID. Drag the column here from the input panel.',
	},
	...runOptions(forDelete, [
		{ ...DEFAULT_COUNTRY, displayOptions: { show: { '/deleteBy': ['phone'] } } },
	]),
];
