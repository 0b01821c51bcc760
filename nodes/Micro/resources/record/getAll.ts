import type { INodeProperties } from 'n8n-workflow';
import { pageParameters } from '../../../bulk/pageParameters';
import { OPERATORS } from '../../query';
import { forOperation, LIST_ID_PLACEHOLDER } from './common';

const forGetAll = forOperation('getAll');

const PROPERTY: INodeProperties = {
	displayName: 'Property',
	name: 'property',
	type: 'string',
	default: '',
	placeholder: 'e.g. seniority',
	description: 'The slug of the property',
};

export const getAllParameters: INodeProperties[] = [
	...pageParameters(forGetAll),
	{
		displayName: 'Properties',
		name: 'properties',
		type: 'string',
		default: '',
		placeholder: 'e.g. full_name, email, company.name',
		displayOptions: forGetAll,
		description:
			'Slugs of the properties to read, separated by commas; a path reads through a reference. Left empty: all properties of the object type, which costs one more request.',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Filter',
		default: {},
		displayOptions: forGetAll,
		description: 'Which records to read. None: all of them.',
		options: [
			{
				displayName: 'Filter',
				name: 'filter',
				values: [
					{
						displayName: 'Operator',
						name: 'operator',
						type: 'options',
						options: OPERATORS.map((operator) => ({ ...operator })),
						default: 'equals',
						description: 'How property and value are compared',
					},
					PROPERTY,
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. manager',
						description:
							'The text, number, date or option (its slug) to compare with. Several values, separated by commas, for Between, In and Not In; none for Exists, Is Null and their opposites.',
					},
				],
			},
		],
	},
	{
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		displayOptions: forGetAll,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: forGetAll,
		options: [
			{
				displayName: 'Combine Filters',
				name: 'combinator',
				type: 'options',
				options: [
					{ name: 'All Must Hold', value: 'AND' },
					{ name: 'One Must Hold', value: 'OR' },
				],
				default: 'AND',
				description: 'Whether a record must fit all filters or any of them',
			},
			{
				displayName: 'Include Deleted',
				name: 'deleted',
				type: 'boolean',
				default: false,
				description: 'Whether deleted records are read as well',
			},
			{
				displayName: 'List ID',
				name: 'listId',
				type: 'string',
				default: '',
				placeholder: LIST_ID_PLACEHOLDER,
				description: 'Reads the records of one list, whose own properties can then be named too',
			},
			{
				displayName: 'Sort',
				name: 'sort',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Sort Rule',
				default: {},
				description: 'The order of the records, the first rule first',
				options: [
					{
						displayName: 'Rule',
						name: 'rule',
						values: [
							{
								displayName: 'Direction',
								name: 'direction',
								type: 'options',
								options: [
									{ name: 'Ascending', value: 'asc' },
									{ name: 'Descending', value: 'desc' },
								],
								default: 'asc',
							},
							PROPERTY,
						],
					},
				],
			},
		],
	},
];
