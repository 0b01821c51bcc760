import type { INodeProperties } from 'n8n-workflow';
import { routeOnly } from '../bulk/guard';
import { pageParameters } from '../bulk/pageParameters';
import { recordListParameter } from './recordListParameter';
import { recordListRoute, recordListsRoute } from './recordListRoutes';

const forGet = { show: { resource: ['recordList'], operation: ['get'] } };
const forGetMany = { show: { resource: ['recordList'], operation: ['getAll'] } };

/** Source: https://docs.talkdesk.com/reference/record-lists */
const STATUSES = [
	['Accepted', 'ACCEPTED'],
	['Corrupted', 'CORRUPTED'],
	['Incomplete', 'INCOMPLETE'],
	['Rejected', 'REJECTED'],
	['Uploaded', 'UPLOADED'],
	['Validation Started', 'VALIDATION_STARTED'],
] as const;

/**
 * Parameters of the resource Record List.
 *
 * Source: https://docs.talkdesk.com/reference/record-lists
 */
export const listParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['recordList'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get a record list',
				description: 'Name, status, number of records and what makes its records unique',
				routing: recordListRoute,
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many record lists',
				description: "The account's record lists, newest first",
				routing: recordListsRoute,
			},
		],
		default: 'getAll',
		routing: { send: routeOnly('get', 'getAll') },
	},
	recordListParameter(forGet, 'The list to read'),
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
				displayName: 'Campaign ID',
				name: 'campaignId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2c1f9a3e5b7d4f60',
				description: 'Only lists that this campaign uses',
				routing: {
					send: { type: 'query', property: 'campaign_ids[]', propertyInDotNotation: false },
				},
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Renewals',
				description: 'A part of the name, up to 35 characters; * stands for anything',
				routing: { send: { type: 'query', property: 'name' } },
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: STATUSES.map(([name, value]) => ({ name, value })),
				default: 'ACCEPTED',
				description: 'Only lists in this state',
				routing: { send: { type: 'query', property: 'status' } },
			},
			{
				displayName: 'Team ID',
				name: 'teamId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 5f1d9c0e7a3b4c62',
				description: 'Only lists of this team',
				routing: { send: { type: 'query', property: 'team_id' } },
			},
		],
	},
];
