import type { INodeProperties } from 'n8n-workflow';
import { refuseRouting } from '../bulk/guard';
import { fieldParameters, runOptions } from '../bulk/parameters';
import { associationParameters } from './associationParameters';

const forUpsert = { show: { resource: ['record'], operation: ['upsert'] } };

export const DEFAULT_PAGE_SIZE = 100;

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
		],
		default: 'upsert',
		routing: { send: refuseRouting },
	},
	{
		displayName: 'Object Type',
		name: 'objectType',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. vehicle',
		displayOptions: forUpsert,
		description:
			"The object's ID in Brevo: lowercase, not the name shown, not its plural. Brevo's own objects (contact, company, deal) cannot be written this way.",
	},
	{
		displayName: 'Identify Records By',
		name: 'identifyBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Brevo ID',
				value: 'id',
				description: "Brevo's own number: updates, and never creates",
			},
			{
				name: 'External ID',
				value: 'extId',
				description: 'Your own ID: updates the record that has it, otherwise creates one',
			},
			{
				name: 'None, Create New',
				value: 'none',
				description:
					'Creates a record for each item. A request whose answer was lost is not sent again.',
			},
		],
		default: 'extId',
		displayOptions: forUpsert,
		description: 'How Brevo knows which record is meant. 1,000 records travel in one request.',
	},
	{
		displayName: 'ID Field',
		name: 'idField',
		type: 'string',
		requiresDataPath: 'single',
		required: true,
		default: '',
		placeholder: 'e.g. vehicle_id',
		displayOptions: { show: { ...forUpsert.show, identifyBy: ['extId', 'id'] } },
		description:
			"The input field that holds each record's ID. Drag the column here from the input panel.",
	},
	...fieldParameters(forUpsert).map(withBrevosSilence),
	associationParameters(forUpsert),
	{
		displayName: 'Wait for Completion',
		name: 'waitForCompletion',
		type: 'boolean',
		default: true,
		displayOptions: forUpsert,
		description:
			'Whether to wait until Brevo has carried out each batch, for at most Max Wait. Without it items leave as accepted, which proves nothing yet, and items with the same ID may be carried out in any order.',
	},
	{
		displayName: 'Verify After Writing',
		name: 'verifyAfterWriting',
		type: 'boolean',
		default: false,
		displayOptions: {
			show: { ...forUpsert.show, identifyBy: ['extId', 'id'], waitForCompletion: [true] },
		},
		description:
			'Whether to read the records back and fail those that Brevo dropped without a word, whole or in part. Costs requests of the hourly allowance: Brevo lists records by pages only, so up to one request per 100 records of the whole object type, however few items were sent. Associations are not checked.',
	},
	...runOptions(forUpsert, [
		{
			displayName: 'Page Size of Verification',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1000 },
			default: DEFAULT_PAGE_SIZE,
			displayOptions: { show: { '/verifyAfterWriting': [true] } },
			description:
				'How many records are read back per request. Larger pages save requests; Brevo does not document the largest it allows.',
		},
	]),
];

/** Says of shared parameters what Brevo does not document. */
function withBrevosSilence(property: INodeProperties): INodeProperties {
	if (property.name !== 'emptyValues') return property;
	const words =
		'Clear the Field sends null; Brevo does not document what that does: the value may stay, or the record may be dropped.';
	return { ...property, description: `${property.description ?? ''}. ${words}` };
}
