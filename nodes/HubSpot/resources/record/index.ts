import type { INodeProperties } from 'n8n-workflow';
import { routeOnly } from '../../../bulk/guard';
import { archiveParameters } from './archive';
import { createParameters } from './create';
import { recordsRoute } from '../../recordsRoute';
import { getAllParameters } from './getAll';
import { objectType } from './objectType';
import { readParameters } from './read';
import { updateParameters } from './update';
import { upsertParameters } from './upsert';

/** Parameters of the resource Record. */
export const recordParameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['record'] } },
		options: [
			{
				name: 'Archive',
				value: 'archive',
				action: 'Archive records in bulk',
				description: 'Move records to the recycling bin, 100 per request',
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create records in bulk',
				description: 'Create new records, 100 per request',
			},
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update records in bulk',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many records',
				description: 'List the records of an object type',
				routing: recordsRoute,
			},
			{
				name: 'Get Many by ID',
				value: 'read',
				action: 'Get many records by ID in bulk',
				description: 'Read one record for each input item, 100 per request',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update records in bulk',
				description: 'Update existing records, 100 per request',
			},
		],
		default: 'update',
		routing: { send: routeOnly('getAll') },
	},
	objectType,
	...archiveParameters,
	...createParameters,
	...getAllParameters,
	...readParameters,
	...updateParameters,
	...upsertParameters,
];
