import type { INodeProperties } from 'n8n-workflow';
import { forOperation, idField, recordOptions, WITHOUT_DUPLICATES } from './common';
import { propertiesToRead } from './propertiesToRead';

const forRead = forOperation('read');

export const readParameters: INodeProperties[] = [
	idField(forRead, 'e.g. Record ID'),
	{
		displayName: 'ID Property Name or ID',
		name: 'lookupProperty',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getLookupProperties',
			loadOptionsDependsOn: ['objectType.value'],
		},
		default: '',
		displayOptions: forRead,
		description:
			'The HubSpot property that the ID field matches: the record ID, the email of a contact, or a property with unique values; the same for all items. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	propertiesToRead(forRead),
	...recordOptions(forRead, [], WITHOUT_DUPLICATES),
];
