import type { INodeProperties } from 'n8n-workflow';
import {
	convertValuesParameter,
	NOTATION_OPTIONS,
	UNKNOWN_COLUMNS_OPTION,
} from '../../../bulk/conversionParameters';
import { fieldParameters, runOptions } from '../../../bulk/parameters';
import { forOperation, LIST_ID_PLACEHOLDER, mapper, withMicrosPrice } from './common';

const forImport = forOperation('import');
const forMatch = { show: { ...forImport.show, ifThere: ['leave', 'update'] } };

export const importParameters: INodeProperties[] = [
	{
		displayName: 'If a Record Exists',
		name: 'ifThere',
		type: 'options',
		noDataExpression: true,
		displayOptions: forImport,
		options: [
			{
				name: 'Create Another',
				value: 'create',
				description:
					'Each item becomes a new record. A request whose answer was lost is not sent again.',
			},
			{
				name: 'Leave It as It Is',
				value: 'leave',
				description: 'The item leaves on success, marked as existing; nothing is written',
			},
			{
				name: 'Update It',
				value: 'update',
				description: 'The record takes the values of the item',
			},
		],
		default: 'update',
		description: 'What happens to an item whose record is there already',
	},
	{
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		default: '',
		placeholder: 'e.g. Email',
		displayOptions: forMatch,
		description:
			'The input field with the value by which records are found. Drag the column here from the input panel.',
	},
	{
		displayName: 'Match Property',
		name: 'matchProperty',
		type: 'string',
		required: true,
		default: 'email',
		placeholder: 'e.g. email or primary_domain',
		displayOptions: forMatch,
		description:
			'The slug of the property that the ID field matches; one only. It is written with the value of the ID field.',
	},
	...fieldParameters(forImport, mapper),
	withMicrosPrice(convertValuesParameter(forImport)),
	...runOptions(forImport, [
		...NOTATION_OPTIONS,
		UNKNOWN_COLUMNS_OPTION,
		{
			displayName: 'Create Missing Options',
			name: 'createMissingOptions',
			type: 'boolean',
			default: false,
			description:
				'Whether Micro adds options that a select property does not have yet. Without this, such an item fails.',
		},
		{
			displayName: 'List Fields',
			name: 'listFields',
			type: 'string',
			requiresDataPath: 'multiple',
			default: '',
			placeholder: 'e.g. stage, priority',
			description:
				'Input fields that are properties of the list (List ID), separated by commas. All others are properties of the record.',
		},
		{
			displayName: 'List ID',
			name: 'listId',
			type: 'string',
			default: '',
			placeholder: LIST_ID_PLACEHOLDER,
			description: 'The list that the records become part of, the same for all items',
		},
		{
			displayName: 'Match Case',
			name: 'matchCase',
			type: 'boolean',
			default: false,
			description: 'Whether upper and lower case make a difference in the match property',
		},
		{
			displayName: 'Require Stage',
			name: 'requireStage',
			type: 'boolean',
			default: false,
			description: 'Whether an item without a stage in the list fails',
		},
	]),
];
