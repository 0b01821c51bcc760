import type { INodeProperties } from 'n8n-workflow';
import { SKIP_UNCHANGED } from '../../../bulk/parameters';
import {
	CONVERSION_OPTIONS,
	forOperation,
	propertyParameters,
	idField,
	recordOptions,
} from './common';

const forUpsert = forOperation('upsert');

export const upsertParameters: INodeProperties[] = [
	idField(forUpsert, 'e.g. Email'),
	{
		displayName: 'Unique Property Name or ID',
		name: 'uniqueProperty',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getUniqueProperties',
			loadOptionsDependsOn: ['objectType.value'],
		},
		required: true,
		default: 'email',
		displayOptions: forUpsert,
		description:
			'The HubSpot property that the ID field matches: the email of a contact, or a property with unique values. A record is created where none has the value. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	...propertyParameters(forUpsert),
	...recordOptions(forUpsert, [...CONVERSION_OPTIONS, SKIP_UNCHANGED]),
];
