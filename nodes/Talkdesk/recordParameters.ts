import type { INodeProperties } from 'n8n-workflow';
import { refuseRouting } from '../bulk/guard';
import { createParameters } from './createParameters';
import { deleteParameters } from './deleteParameters';
import { recordListParameter } from './recordListParameter';
import { updateParameters } from './updateParameters';

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
				name: 'Create',
				value: 'create',
				action: 'Create records in bulk',
				description: 'Add records to a record list, 100 per request',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete records in bulk',
				description: 'Delete records by their ID, phone number or external ID, 100 per request',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update records in bulk',
				description: 'Update existing records of a record list, 100 operations per request',
			},
		],
		default: 'update',
		routing: { send: refuseRouting },
	},
	recordListParameter(
		{ show: { resource: ['record'], operation: ['create', 'delete', 'update'] } },
		'The list that holds the records',
	),
	...createParameters,
	...deleteParameters,
	...updateParameters,
];
