import type { INodeProperties } from 'n8n-workflow';
import { fieldParameters, SKIP_UNCHANGED } from '../../../bulk/parameters';
import { forOperation, idField, recordOptions } from './common';

const forUpdate = forOperation('update');

export const updateParameters: INodeProperties[] = [
	idField(forUpdate, 'e.g. Record ID'),
	{
		displayName: 'ID Property Name or ID',
		name: 'idProperty',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getIdProperties',
			loadOptionsDependsOn: ['objectType.value'],
		},
		default: '',
		displayOptions: forUpdate,
		description:
			'The HubSpot property that the ID field matches: the record ID or one with unique values. HubSpot does not match updates by email. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	...fieldParameters(forUpdate),
	...recordOptions(forUpdate, [SKIP_UNCHANGED]),
];
