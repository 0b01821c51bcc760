import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** The list an operation is about. */
export function listParameter({ show }: IDisplayOptions, description: string): INodeProperties {
	return {
		displayName: 'List',
		name: 'list',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: { show: { ...show } },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchLists', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 0b8f4e2a-6f1d-4c55-9a57-3f6f5b7f2c11',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '[A-Za-z0-9][A-Za-z0-9-]{0,99}',
							errorMessage: 'The ID of a list: letters, digits and hyphens',
						},
					},
				],
			},
		],
	};
}
