import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** The record list an operation is about. */
export function recordListParameter(
	{ show }: IDisplayOptions,
	description: string,
): INodeProperties {
	return {
		displayName: 'Record List',
		name: 'recordList',
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
				typeOptions: { searchListMethod: 'searchRecordLists', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. b3eb858c-e880-4938-bba3-bd5b733dd9b5',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '[A-Za-z0-9_-]{1,36}',
							errorMessage: 'A record list ID such as b3eb858c-e880-4938-bba3-bd5b733dd9b5',
						},
					},
				],
			},
		],
	};
}
