import type { INodeProperties } from 'n8n-workflow';
import { pageParameters } from '../../../bulk/pageParameters';
import { DEFAULT_PAGE_SIZE } from '../../pageSize';
import { forOperation } from './common';

const forGetAll = forOperation('getAll');

export const getAllParameters: INodeProperties[] = [
	...pageParameters(forGetAll),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: forGetAll,
		options: [
			{
				displayName: 'Include Associations',
				name: 'associations',
				type: 'boolean',
				default: false,
				description: 'Whether to return linked records too, at most five of each association',
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: DEFAULT_PAGE_SIZE,
				description:
					'How many records are read per request. Larger pages save requests of the hourly allowance; Brevo does not document the largest it allows.',
			},
			{
				displayName: 'Sort',
				name: 'sort',
				type: 'options',
				options: [
					{ name: 'Newest First', value: 'desc' },
					{ name: 'Oldest First', value: 'asc' },
				],
				default: 'desc',
				description: 'The order of the records',
			},
		],
	},
];
