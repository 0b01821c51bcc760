import type { INodeProperties } from 'n8n-workflow';
import { refuseRouting } from '../bulk/guard';
import { fieldParameters, runOptions } from '../bulk/parameters';

const forUpdate = { show: { resource: ['record'], operation: ['update'] } };

/** Parameters of the resource Record. */
export const recordParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['record'] } },
		options: [
			{
				name: 'Update',
				value: 'update',
				action: 'Update records in bulk',
				description: "Update existing records, 100 per request of the month's 1,000",
			},
		],
		default: 'update',
		routing: { send: refuseRouting },
	},
	{
		displayName: 'Object Type',
		name: 'objectType',
		type: 'resourceLocator',
		default: { mode: 'list', value: 'contact', cachedResultName: 'Contact' },
		required: true,
		displayOptions: forUpdate,
		description:
			'What kind of record is updated. A contact is a person at one company, an identity the person across companies.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchObjectTypes', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. contact',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '[a-z][a-z0-9_-]{0,99}',
							errorMessage: 'A name such as contact or organization, in lower case',
						},
					},
				],
			},
		],
	},
	{
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		default: '',
		placeholder: 'e.g. Record ID',
		displayOptions: forUpdate,
		description:
			"The input field that holds each record's ID (a UUID). Drag the column here from the input panel. Micro cannot find records by another property in bulk.",
	},
	{
		displayName: 'Write Into',
		name: 'writeInto',
		type: 'options',
		noDataExpression: true,
		displayOptions: forUpdate,
		options: [
			{
				name: 'List Properties',
				value: 'list',
				description: 'Properties the record has in one list, such as its stage',
			},
			{
				name: 'Record Properties',
				value: 'default',
				description: 'Properties the record has everywhere',
			},
		],
		default: 'default',
		description: 'Which of the properties of a record the input fields are',
	},
	{
		displayName: 'List ID',
		name: 'listId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 11111111-1111-4111-8111-111111111111',
		displayOptions: { show: { ...forUpdate.show, writeInto: ['list'] } },
		description:
			'The list whose properties are written. Micro does not document how they are sent: this node sends them as <code>{"list": {"the list ID": {"property": "value"}}}</code>. Try it with one record first.',
	},
	...fieldParameters(forUpdate),
	...runOptions(forUpdate),
];
