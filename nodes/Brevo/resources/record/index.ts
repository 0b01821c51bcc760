import type { INodeProperties } from 'n8n-workflow';
import { routeOnly } from '../../../bulk/guard';
import { recordsRoute } from '../../recordsRoute';
import { deleteParameters } from './delete';
import { getAllParameters } from './getAll';
import { upsertParameters } from './upsert';

/** Parameters of the resource Object Record. */
export const recordParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['record'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Upsert object records in bulk',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete object records in bulk',
				description: 'Delete records for good, 1,000 per request',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many object records',
				description: 'Read the records of an object, page by page',
				routing: recordsRoute,
			},
		],
		default: 'upsert',
		routing: { send: routeOnly('getAll') },
	},
	{
		displayName: 'Object Type',
		name: 'objectType',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. vehicle',
		displayOptions: { show: { resource: ['record'] } },
		description:
			"The object's ID in Brevo: lowercase, not the name shown, not its plural. Brevo's own objects (contact, company, deal) cannot be reached this way.",
	},
	...upsertParameters,
	...deleteParameters,
	...getAllParameters,
];
