import type { INodeProperties } from 'n8n-workflow';
import { pageParameters } from '../bulk/pageParameters';
import { COMPARISONS } from './filter';

const forGetMany = { show: { resource: ['content'], operation: ['getAll'] } };

/** Parameters of List Content → Get Many, beside the list. */
export const readContentParameters: INodeProperties[] = [
	...pageParameters(forGetMany),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		displayOptions: forGetMany,
		description:
			'Only rows that fulfil all of these. SAS compares key columns only, each once, and none with a data mask.',
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					{
						displayName: 'Column Name or ID',
						name: 'column',
						type: 'options',
						typeOptions: {
							loadOptionsMethod: 'getKeyColumns',
							loadOptionsDependsOn: ['list.value'],
						},
						default: '',
						description:
							'A key column. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					},
					{
						displayName: 'Comparison',
						name: 'comparison',
						type: 'options',
						options: COMPARISONS.map(({ name, value }) => ({ name, value })),
						default: 'eq',
						description: 'How the column is compared with the value; upper and lower case count',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. M-000017',
						description: 'What to look for. It must not hold an apostrophe or a backslash.',
					},
				],
			},
		],
	},
];
