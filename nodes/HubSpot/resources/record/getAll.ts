import type { INodeProperties } from 'n8n-workflow';
import { pageParameters } from '../../../bulk/pageParameters';
import { apiVersionOption, forOperation } from './common';
import { propertiesToRead } from './propertiesToRead';

const forGetAll = forOperation('getAll');

export const getAllParameters: INodeProperties[] = [
	...pageParameters(forGetAll),
	{
		...propertiesToRead(forGetAll),
		routing: { send: { type: 'query', property: 'properties', value: '={{ $value.join(",") }}' } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: forGetAll,
		options: [
			apiVersionOption,
			{
				displayName: 'Archived',
				name: 'archived',
				type: 'boolean',
				default: false,
				description: 'Whether to list the archived records instead of the live ones',
				routing: { send: { type: 'query', property: 'archived' } },
			},
		],
	},
];
