import type { INodeProperties } from 'n8n-workflow';
import { routeOnly } from '../../../bulk/guard';
import { queryRoute } from '../../queryRoute';
import { deleteParameters } from './delete';
import { getAllParameters } from './getAll';
import { importParameters } from './import';
import { objectType } from './objectType';
import { updateParameters } from './update';

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
				name: 'Delete',
				value: 'delete',
				action: 'Delete records in bulk',
				description: "Delete records, 100 per request of the month's 1,000",
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many records',
				description: 'Read records that fit a query, 50 per request',
				routing: queryRoute,
			},
			{
				name: 'Import',
				value: 'import',
				action: 'Import records in bulk',
				description:
					"Create records, or update those that match, 1,000 per request of the month's 1,000",
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update records in bulk',
				description: "Update existing records by ID, 100 per request of the month's 1,000",
			},
		],
		default: 'update',
		routing: { send: routeOnly('getAll') },
	},
	objectType,
	...updateParameters,
	...deleteParameters,
	...importParameters,
	...getAllParameters,
];
