import type { INodeProperties } from 'n8n-workflow';
import { routeOnly } from '../bulk/guard';
import { pageParameters } from '../bulk/pageParameters';
import { COMPARISONS } from './filter';
import { listParameter } from './listParameter';
import { listRoute, listsRoute } from './listRoutes';

const forGet = { show: { resource: ['list'], operation: ['get'] } };
const forGetMany = { show: { resource: ['list'], operation: ['getAll'] } };

/**
 * Parameters of the resource List.
 *
 * Sources: https://developer.sas.com/rest-apis/listData/getLists,
 * https://developer.sas.com/rest-apis/listData/getList
 */
export const listParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['list'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get a list',
				description: 'The definition: name, state, columns and which of them are keys',
				routing: listRoute,
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many lists',
				description: 'The lists the user may see, by name',
				routing: listsRoute,
			},
		],
		default: 'getAll',
		routing: { send: routeOnly('get', 'getAll') },
	},
	listParameter(forGet, 'The list to read'),
	...pageParameters(forGetMany),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: forGetMany,
		options: [
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. loyalty',
				description: 'What to look for in the name. It must not hold an apostrophe or a backslash.',
			},
			{
				displayName: 'Name Comparison',
				name: 'nameComparison',
				type: 'options',
				options: COMPARISONS.filter(({ value }) => value !== 'endsWith').map(({ name, value }) => ({
					name,
					value,
				})),
				default: 'contains',
				description: 'How the name is compared; upper and lower case count',
			},
		],
	},
];
