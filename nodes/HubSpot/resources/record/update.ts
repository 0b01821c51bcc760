import type { INodeProperties } from 'n8n-workflow';
import { SKIP_UNCHANGED } from '../../../bulk/parameters';
import {
	CONVERSION_OPTIONS,
	forOperation,
	propertyParameters,
	idField,
	recordOptions,
} from './common';

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
	...propertyParameters(forUpdate),
	...recordOptions(forUpdate, [...CONVERSION_OPTIONS, SKIP_UNCHANGED]),
];
