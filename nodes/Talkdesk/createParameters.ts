import type { INodeProperties } from 'n8n-workflow';
import { runOptions } from '../bulk/parameters';
import { DEFAULT_COUNTRY } from './defaultCountry';
import { extraDataParameters } from './extraDataParameters';
import { memberParameters } from './memberParameters';

const forCreate = { show: { resource: ['record'], operation: ['create'] } };

/** Parameters of Record → Create, beside the record list. */
export const createParameters: INodeProperties[] = [
	...memberParameters(forCreate, 'create'),
	{
		displayName: 'External ID Field',
		name: 'externalIdField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'external_id',
		displayOptions: forCreate,
		description:
			'The input field with the ID the record has in the system it comes from. Lists that are unique by external ID need it. Empty this parameter to send none.',
	},
	{
		displayName: 'External Provider',
		name: 'externalProvider',
		type: 'string',
		default: '',
		placeholder: 'e.g. salesforce',
		displayOptions: forCreate,
		description:
			'The system the external IDs come from. Left empty: the field external_provider of each item.',
	},
	{
		displayName: 'External URL Field',
		name: 'externalUrlField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'external_url',
		displayOptions: forCreate,
		description:
			'The input field with an address under which agents find the record in that system. Empty this parameter to send none.',
	},
	...extraDataParameters(forCreate),
	{
		displayName: 'Empty Values',
		name: 'emptyValues',
		type: 'options',
		noDataExpression: true,
		displayOptions: forCreate,
		options: [
			{ name: 'Leave Out', value: 'leave', description: 'Empty cells are not sent' },
			{
				name: 'Reject the Item',
				value: 'reject',
				description: 'An item with an empty cell goes to the error branch',
			},
		],
		default: 'leave',
		description:
			'What an empty cell means: null, no text or only spaces. Names and a phone number are needed in any case.',
	},
	...runOptions(forCreate, [DEFAULT_COUNTRY]),
];
