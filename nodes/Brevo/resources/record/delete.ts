import type { INodeProperties } from 'n8n-workflow';
import { runOptions } from '../../../bulk/parameters';
import { forOperation, idField, waitForCompletion } from './common';

const forDelete = forOperation('delete');

export const deleteParameters: INodeProperties[] = [
	{
		displayName: 'Identify Records By',
		name: 'identifyBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Brevo ID', value: 'id', description: "Brevo's own number" },
			{ name: 'External ID', value: 'extId', description: 'Your own ID' },
		],
		default: 'extId',
		displayOptions: forDelete,
		description: 'How Brevo knows which record is meant. 1,000 records travel in one request.',
	},
	idField(forDelete),
	waitForCompletion(
		forDelete,
		'Whether to wait until Brevo has carried out each batch, for at most Max Wait. Without it items leave as accepted, which proves nothing yet.',
	),
	...runOptions(forDelete),
];
