import type { INodeProperties } from 'n8n-workflow';
import { routeOnly } from '../../../bulk/guard';
import { pageParameters } from '../../../bulk/pageParameters';
import { processesRoute, processRoute } from '../../processRoutes';

const forGetAll = { show: { resource: ['process'], operation: ['getAll'] } };

/** Parameters of the resource Process: a job that Brevo works on in the background. */
export const processParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['process'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get a process',
				description: 'Read whether a process is queued, running, completed, failed or cancelled',
				routing: processRoute,
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many processes',
				description: "Read the account's processes, 50 per request",
				routing: processesRoute,
			},
		],
		default: 'get',
		routing: { send: routeOnly('get', 'getAll') },
	},
	{
		displayName: 'Process ID',
		name: 'processId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.processId }}',
		displayOptions: { show: { resource: ['process'], operation: ['get'] } },
		description: 'The number of the process, as items have it that were accepted or written',
	},
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
				displayName: 'Sort',
				name: 'sort',
				type: 'options',
				options: [
					{ name: 'Newest First', value: 'desc' },
					{ name: 'Oldest First', value: 'asc' },
				],
				default: 'desc',
				description: 'The order of the processes',
			},
		],
	},
];
