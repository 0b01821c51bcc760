import type { INodeProperties } from 'n8n-workflow';
import { routeOnly } from '../bulk/guard';
import {
	convertValuesParameter,
	NOTATION_OPTIONS,
	UNKNOWN_COLUMNS_OPTION,
} from '../bulk/conversionParameters';
import { fieldParameters, runOptions, SKIP_UNCHANGED, type Mapper } from '../bulk/parameters';
import { DEFAULT_BATCH_SIZE } from './contents';
import { listParameter } from './listParameter';
import { contentsRoute } from './listRoutes';
import { readContentParameters } from './readContentParameters';

const forUpsert = { show: { resource: ['content'], operation: ['upsert'] } };
const forBulk = { show: { resource: ['content'], operation: ['upsert', 'delete'] } };
const forGetMany = { show: { resource: ['content'], operation: ['getAll'] } };

const mapper: Mapper = {
	method: 'getColumns',
	dependsOn: ['list.value'],
	words: { singular: 'column', plural: 'columns' },
};

/** SAS has numbers and texts, and no dates that could be written in one way or another. */
const NOTATION = NOTATION_OPTIONS.filter(({ name }) => name === 'decimalSeparator');

/** SAS refuses a request with a column it does not know. */
const unknownColumns: INodeProperties = {
	...UNKNOWN_COLUMNS_OPTION,
	displayOptions: { show: { '/operation': ['upsert'] } },
	options: (UNKNOWN_COLUMNS_OPTION.options ?? []).filter(
		(option) => !('value' in option) || option.value !== 'send',
	),
	default: 'ignore',
	description: 'What happens to input fields that are no columns of the list',
};

/** There is no ID field here: a list names its own key columns. */
const fieldsToSend: INodeProperties = {
	displayName: 'Fields to Send',
	name: 'fieldsToSend',
	type: 'options',
	noDataExpression: true,
	displayOptions: forUpsert,
	options: [
		{
			name: 'All Except These',
			value: 'except',
			description: 'Every input field that is a column of the list, but those listed',
		},
		{
			name: 'All Input Fields',
			value: 'all',
			description: 'Every input field that is a column of the list; others are left out',
		},
		{
			name: 'Map Manually',
			value: 'manual',
			description: 'Columns chosen from a list, each with a value of its own',
		},
		{
			name: 'Only These',
			value: 'only',
			description: 'The listed input fields; one that is no column of the list is refused',
		},
	],
	default: 'all',
	description:
		'Which input fields are sent. A field goes to the column of the same name, upper and lower case included. Key columns are always sent. Of masked columns SAS shows redacted values only: do not send those back, they would be stored as they look.',
};

/** Parameters of the resource List Content. */
export const contentParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['content'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete list content in bulk',
				description: 'Delete rows by their keys',
			},
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Upsert list content in bulk',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many rows of list content',
				description: 'Rows as SAS shows them: masked columns redacted, numbers often as text',
				routing: contentsRoute,
			},
		],
		default: 'upsert',
		routing: { send: routeOnly('getAll') },
	},
	listParameter(
		forBulk,
		'The list all items go to. Its definition is read once per run: items are found by the input fields named like its key columns. In a list with duplicate keys enabled an upsert always adds rows, and a row to delete is found by all its columns.',
	),
	listParameter(forGetMany, 'The list whose rows are read'),
	...readContentParameters,
	fieldsToSend,
	...fieldParameters(forUpsert, mapper).filter(({ name }) => name !== fieldsToSend.name),
	{
		displayName: 'Incomplete Rows',
		name: 'incompleteRows',
		type: 'options',
		noDataExpression: true,
		displayOptions: forUpsert,
		options: [
			{
				name: 'Reject the Item',
				value: 'reject',
				description: 'Only items with a value for every column of the list are sent',
			},
			{
				name: 'Send',
				value: 'send',
				description: 'Right for updates; SAS refuses an incomplete row whose key is new',
			},
		],
		default: 'send',
		description:
			'What happens to items that lack columns of the list. SAS needs every column for a new row, and for an existing one its keys and what is to change.',
	},
	convertValuesParameter(forBulk),
	...runOptions(forBulk, [
		...NOTATION,
		unknownColumns,
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_BATCH_SIZE,
			description:
				'Most rows in one request. SAS documents no maximum; lower it if the server finds requests too large. SAS takes or refuses a request as a whole, so a refused one is halved until the bad row stands alone.',
		},
		{ ...SKIP_UNCHANGED, displayOptions: { show: { '/operation': ['upsert'] } } },
	]),
];
