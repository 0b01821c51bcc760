import type { INodeProperties } from 'n8n-workflow';

export const objectType: INodeProperties = {
	displayName: 'Object Type',
	name: 'objectType',
	type: 'resourceLocator',
	default: { mode: 'list', value: 'contacts', cachedResultName: 'Contact' },
	required: true,
	displayOptions: { show: { resource: ['record'] } },
	description: 'What kind of record it is about',
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
			placeholder: 'e.g. contacts, 2-1234567 or p1234_pet',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[A-Za-z0-9][A-Za-z0-9_-]{0,99}',
						errorMessage: 'A name such as contacts, or an object type ID such as 2-1234567',
					},
				},
			],
		},
	],
};
