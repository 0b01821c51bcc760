import type { INodeProperties } from 'n8n-workflow';
import { refuseRouting } from '../bulk/guard';
import { runOptions } from '../bulk/parameters';
import { extraDataParameters } from './extraDataParameters';
import { memberParameters } from './memberParameters';

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
				description: 'Update existing records of a record list, 100 operations per request',
			},
		],
		default: 'update',
		routing: { send: refuseRouting },
	},
	{
		displayName: 'Record List',
		name: 'recordList',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: forUpdate,
		description: 'The list whose records are updated',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchRecordLists', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. b3eb858c-e880-4938-bba3-bd5b733dd9b5',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '[A-Za-z0-9_-]{1,36}',
							errorMessage: 'A record list ID such as b3eb858c-e880-4938-bba3-bd5b733dd9b5',
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
			"The input field that holds each record's Talkdesk ID. Drag the column here from the input panel. Talkdesk does not match updates by phone number or external ID.",
	},
	...memberParameters(forUpdate),
	...extraDataParameters(forUpdate),
	{
		displayName: 'Empty Values',
		name: 'emptyValues',
		type: 'options',
		noDataExpression: true,
		displayOptions: forUpdate,
		options: [
			{
				name: 'Clear the Field',
				value: 'clear',
				description:
					'Empty cells empty the extra data field. Talkdesk keeps no empty names, timezones, priorities or phone numbers: an item with one of those empty goes to the error branch.',
			},
			{
				name: 'Leave Unchanged',
				value: 'leave',
				description: 'Empty cells are not sent; the stored value stays',
			},
			{
				name: 'Reject the Item',
				value: 'reject',
				description: 'An item with an empty cell goes to the error branch',
			},
		],
		default: 'leave',
		description: 'What an empty cell means: null, no text or only spaces',
	},
	...runOptions(forUpdate),
];
