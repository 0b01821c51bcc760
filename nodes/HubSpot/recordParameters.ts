import type { INodeProperties } from 'n8n-workflow';
import { refuseRouting } from '../bulk/guard';
import { fieldParameters, runOptions } from '../bulk/parameters';
import { API_VERSIONS } from './apiVersion';

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
				description: 'Update existing records, 100 per request',
			},
		],
		default: 'update',
		routing: { send: refuseRouting },
	},
	{
		displayName: 'Object Type',
		name: 'objectType',
		type: 'resourceLocator',
		default: { mode: 'list', value: 'contacts', cachedResultName: 'Contact' },
		required: true,
		displayOptions: forUpdate,
		description: 'What kind of record is updated',
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
				placeholder: 'e.g. contacts, 2-1234567 or p1234_pet',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '[A-Za-z0-9][A-Za-z0-9_-]{0,99}',
							errorMessage: 'A name such as contacts, or an object type ID such as 2-1234567',
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
			"The input field that holds each record's ID. Drag the column here from the input panel.",
	},
	{
		displayName: 'ID Property Name or ID',
		name: 'idProperty',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getIdProperties',
			loadOptionsDependsOn: ['objectType.value'],
		},
		default: '',
		displayOptions: forUpdate,
		description:
			'The HubSpot property that the ID field matches: the record ID or one with unique values. HubSpot does not match updates by email. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	...fieldParameters(forUpdate),
	...runOptions(forUpdate, [
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			options: API_VERSIONS.map((version) => ({ name: version, value: version })),
			default: 'v3',
			description:
				"Version of HubSpot's API. v3 loses HubSpot's support in September 2027; from 2026-09 on, validation rules set up in the account apply.",
		},
	]),
];
