import type { INodeProperties } from 'n8n-workflow';

export const objectType: INodeProperties = {
	displayName: 'Object Type',
	name: 'objectType',
	type: 'resourceLocator',
	default: { mode: 'list', value: 'contact', cachedResultName: 'Contact' },
	required: true,
	displayOptions: { show: { resource: ['record'] } },
	description:
		'What kind of record it is about. A contact is a person at one company, an identity the person across companies.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchObjectTypes', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. contact',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[a-z][a-z0-9_-]{0,99}',
						errorMessage: 'A name such as contact or organization, in lower case',
					},
				},
			],
		},
	],
};
