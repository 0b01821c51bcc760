import type { INodeProperties } from 'n8n-workflow';
import { convertValuesParameter, NOTATION_OPTIONS } from '../../../bulk/conversionParameters';
import { fieldParameters, runOptions, type Mapper } from '../../../bulk/parameters';
import { DEFAULT_PAGE_SIZE } from '../../pageSize';
import { associationParameters } from './associations';
import { forOperation, idField, waitForCompletion } from './common';

const forUpsert = forOperation('upsert');

/** Map Manually: the attributes that stored records have. */
const mapper: Mapper = {
	method: 'getSeenAttributes',
	dependsOn: ['objectType'],
	words: { singular: 'attribute', plural: 'attributes' },
};

export const upsertParameters: INodeProperties[] = [
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
	idField({ show: { ...forUpsert.show, identifyBy: ['extId', 'id'] } }),
	...fieldParameters(forUpsert, mapper).map(withBrevosSilence),
	withBrevosPrice(convertValuesParameter(forUpsert)),
	associationParameters(forUpsert),
	waitForCompletion(
		forUpsert,
		'Whether to wait until Brevo has carried out each batch, for at most Max Wait. Without it items leave as accepted, which proves nothing yet, and items with the same ID may be carried out in any order.',
	),
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
		...NOTATION_OPTIONS,
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

function withBrevosPrice(property: INodeProperties): INodeProperties {
	const words =
		'Brevo does not tell the types: they are taken from the newest 100 records of the object, which costs one request per run.';
	return { ...property, description: `${property.description ?? ''} ${words}` };
}
