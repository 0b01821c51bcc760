import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Links to other records: each line names the input field that holds their IDs. */
export function associationParameters(displayOptions: IDisplayOptions): INodeProperties {
	return {
		displayName: 'Associations',
		name: 'associations',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Association',
		default: {},
		displayOptions,
		description:
			'Records to link or unlink. They must exist already, and the association must be defined in Brevo; otherwise Brevo skips the link without a word. More than 10 links of one object type take several requests.',
		options: [
			{
				displayName: 'Association',
				name: 'association',
				values: [
					{
						displayName: 'Action',
						name: 'action',
						type: 'options',
						options: [
							{ name: 'Link', value: 'link' },
							{ name: 'Unlink', value: 'unlink' },
						],
						default: 'link',
						description: 'Whether the association is made or taken away',
					},
					{
						displayName: 'Field With IDs',
						name: 'field',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						placeholder: 'e.g. contact_ids',
						description:
							'The input field that holds one ID or a list of IDs; nothing is linked where it is empty. IDs of contacts and Brevo IDs may also stand in one text, separated by commas.',
					},
					{
						displayName: 'Linked Object',
						name: 'target',
						type: 'options',
						options: [
							{ name: 'Company', value: 'company', description: 'By the ID that Brevo made' },
							{ name: 'Contact', value: 'contact', description: 'By its number in Brevo' },
							{ name: 'Custom Object', value: 'custom' },
							{ name: 'Deal', value: 'deal', description: 'By the ID that Brevo made' },
						],
						default: 'contact',
						description: 'What kind of record is linked',
					},
					{
						displayName: 'Linked Object Type',
						name: 'customType',
						type: 'string',
						default: '',
						placeholder: 'e.g. garage',
						displayOptions: { show: { target: ['custom'] } },
						description: "The other object's ID in Brevo",
					},
					{
						displayName: 'Linked Records Identified By',
						name: 'identifiedBy',
						type: 'options',
						options: [
							{ name: 'Brevo ID', value: 'id', description: "Brevo's own number of the record" },
							{ name: 'External ID', value: 'extId', description: 'Your own ID of the record' },
						],
						default: 'extId',
						displayOptions: { show: { target: ['custom'] } },
						description: 'What kind of ID the field holds',
					},
				],
			},
		],
	};
}
