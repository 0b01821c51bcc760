import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { MAP_MANUALLY, mapping } from '../bulk/parameters';
import { PHONE_TYPES, titleOf } from './phoneTypes';

/**
 * Which input fields hold the members of a record.
 *
 * @param of `update`: what the item lacks stays as it is; `create`: names and a number are needed
 */
export function memberParameters(
	displayOptions: IDisplayOptions,
	of: 'create' | 'update',
): INodeProperties[] {
	const creates = of === 'create';
	const forNamed = { show: { ...displayOptions.show, fieldsToSend: ['named'] } };
	const field = (
		displayName: string,
		name: string,
		member: string,
		about: string,
		required = false,
	): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		requiresDataPath: 'single',
		...(required && { required }),
		default: member,
		displayOptions: forNamed,
		description: sentences(about, required ? ITEM_NEEDS_IT : creates ? NONE_SENT : KEPT),
	});
	const phoneNumbers: INodeProperties = {
		displayName: 'Phone Numbers',
		name: 'phoneNumbers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Phone Number',
		default: {},
		displayOptions: forNamed,
		description:
			"The input fields with phone numbers. Talkdesk replaces a record's whole list: numbers that are not among these fields are removed from it. An item with all of them empty keeps its list.",
		options: [
			{
				displayName: 'Number',
				name: 'number',
				values: [
					{
						displayName: 'Input Field',
						name: 'field',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						placeholder: 'e.g. Mobile',
						description:
							'The input field with the number, with + and country code, such as +420601000001, or as it is dialled in the Default Country (see Options)',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: PHONE_TYPES.map((value) => ({ name: titleOf(value), value })),
						default: 'MOBILE',
						description: 'The type under which Talkdesk stores the number',
					},
				],
			},
		],
	};
	return [
		fieldsToSend(displayOptions),
		{
			...mapping({
				method: 'getRecordFields',
				dependsOn: [],
				words: { singular: 'field', plural: 'fields' },
			}),
			displayOptions: { show: { ...displayOptions.show, fieldsToSend: ['manual'] } },
		},
		field(
			'First Name Field',
			'firstNameField',
			'first_name',
			'first name, 1 to 80 characters',
			creates,
		),
		field(
			'Last Name Field',
			'lastNameField',
			'last_name',
			'last name, 1 to 80 characters',
			creates,
		),
		field('Timezone Field', 'timezoneField', 'timezone', 'timezone, such as Europe/Prague'),
		field(
			'Priority Field',
			'priorityField',
			'priority',
			'priority, a whole number from 1 to 10 (10 is the highest)',
		),
		creates ? { ...phoneNumbers, ...NEEDED_NUMBER } : phoneNumbers,
	];
}

/** Left out of older workflows: those name their fields. */
const fieldsToSend = (displayOptions: IDisplayOptions): INodeProperties => ({
	displayName: 'Fields to Send',
	name: 'fieldsToSend',
	type: 'options',
	noDataExpression: true,
	displayOptions,
	options: [
		MAP_MANUALLY,
		{
			name: 'Named Input Fields',
			value: 'named',
			description: 'The input fields named below, and others as extra data',
		},
	],
	default: 'named',
	description: "Where a record's values come from",
});

const sentences = (about: string, more: string) => `The input field with the ${about}. ${more}`;
const KEPT =
	'Items without it, or with it empty, keep theirs unless Empty Values says otherwise. Empty this parameter to send none.';
const NONE_SENT =
	'Items without it, or with it empty, have none unless Empty Values says otherwise. Empty this parameter to send none.';
const ITEM_NEEDS_IT = 'Items without it are not sent.';

/** So that items in Talkdesk's own form can be sent as they are. */
const NEEDED_NUMBER = {
	required: true,
	default: { number: [{ field: 'phone_number', type: 'MOBILE' }] },
	description: 'The input fields with phone numbers. An item needs at least one number.',
};
