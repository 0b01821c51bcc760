import type { INodeProperties } from 'n8n-workflow';
import {
	convertValuesParameter,
	NOTATION_OPTIONS,
	UNKNOWN_COLUMNS_OPTION,
} from '../../../bulk/conversionParameters';
import { fieldParameters, runOptions } from '../../../bulk/parameters';
import {
	forOperation,
	LIST_ID_PLACEHOLDER,
	mapper,
	recordIdField,
	withMicrosPrice,
} from './common';

const forUpdate = forOperation('update');

export const updateParameters: INodeProperties[] = [
	recordIdField(forUpdate),
	{
		displayName: 'Write Into',
		name: 'writeInto',
		type: 'options',
		noDataExpression: true,
		displayOptions: forUpdate,
		options: [
			{
				name: 'List Properties',
				value: 'list',
				description: 'Properties the record has in one list, such as its stage',
			},
			{
				name: 'Record Properties',
				value: 'default',
				description: 'Properties the record has everywhere',
			},
		],
		default: 'default',
		description: 'Which of the properties of a record the input fields are',
	},
	{
		displayName: 'List ID',
		name: 'listId',
		type: 'string',
		required: true,
		default: '',
		placeholder: LIST_ID_PLACEHOLDER,
		displayOptions: { show: { ...forUpdate.show, writeInto: ['list'] } },
		description:
			'The list whose properties are written. Micro does not document how they are sent: this node sends them as <code>{"list": {"the list ID": {"property": "value"}}}</code>. Try it with one record first.',
	},
	...fieldParameters(forUpdate, mapper),
	withMicrosPrice(convertValuesParameter(forUpdate)),
	...runOptions(forUpdate, [...NOTATION_OPTIONS, UNKNOWN_COLUMNS_OPTION]),
];
