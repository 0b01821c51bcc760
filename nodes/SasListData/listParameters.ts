import {
	NodeOperationError,
	type INodeProperties,
	type PostReceiveAction,
	type PreSendAction,
} from 'n8n-workflow';
import { routeOnly } from '../bulk/guard';
import { asObject } from '../bulk/json';
import { pageParameters, routedPages } from '../bulk/routedPages';
import { itemOf, routedAnswer, routedRequest } from '../bulk/routedRead';
import { chosenList } from './chosenList';
import { sasCollection, withoutLinks } from './collection';
import { COMPARISONS, writeFilter } from './filter';
import { listParameter } from './listParameter';
import { SAS } from './vendor';

const forGet = { show: { resource: ['list'], operation: ['get'] } };
const forGetMany = { show: { resource: ['list'], operation: ['getAll'] } };

const showList: PostReceiveAction = function (this, items) {
	return Promise.resolve(items.map(({ json }) => itemOf(this, withoutLinks(json))));
};

/** Adds the condition on the name to the request. */
const byName: PreSendAction = function (this, request) {
	const { name: value, nameComparison } = asObject(this.getNodeParameter('filters', {}));
	if (value === undefined || value === '') return Promise.resolve(request);
	const comparison = nameComparison ?? 'contains';
	const written = writeFilter([{ column: 'name', comparison, value }]);
	if ('problem' in written) {
		throw new NodeOperationError(this.getNode(), `Filters: ${written.problem}`, {
			itemIndex: this.getItemIndex(),
		});
	}
	return Promise.resolve({ ...request, qs: { ...request.qs, filter: written.filter } });
};

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
				routing: {
					request: { method: 'GET' },
					send: { preSend: [routedRequest(SAS), chosenList()] },
					output: { postReceive: [routedAnswer(SAS), showList] },
				},
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many lists',
				description: 'The lists the user may see, by name',
				routing: routedPages(SAS, sasCollection(withoutLinks), {
					method: 'GET',
					url: '/listData/lists',
					qs: { sortBy: 'name' },
				}),
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
		routing: { send: { preSend: [byName] } },
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
