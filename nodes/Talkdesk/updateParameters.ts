import type { INodeProperties } from 'n8n-workflow';
import { runOptions } from '../bulk/parameters';
import { DEFAULT_COUNTRY } from './defaultCountry';
import { extraDataModeParameter, extraDataParameters } from './extraDataParameters';
import { memberParameters } from './memberParameters';

const forUpdate = { show: { resource: ['record'], operation: ['update'] } };

/** Parameters of Record → Update, beside the record list. */
export const updateParameters: INodeProperties[] = [
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
	...memberParameters(forUpdate, 'update'),
	...extraDataParameters(forUpdate),
	extraDataModeParameter(forUpdate),
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
	...runOptions(forUpdate, [DEFAULT_COUNTRY]),
];
