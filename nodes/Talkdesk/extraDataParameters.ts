import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Which input fields become extra data. */
export function extraDataParameters({ show }: IDisplayOptions): INodeProperties[] {
	return [
		{
			displayName: 'Extra Data',
			name: 'extraData',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { ...show, fieldsToSend: ['named'] } },
			options: [
				{
					name: 'All Except These',
					value: 'except',
					description: 'Every input field that is not named above, but those listed',
				},
				{
					name: 'All Other Input Fields',
					value: 'all',
					description: 'Every input field that is not named above',
				},
				{ name: 'None', value: 'none', description: 'No extra data is sent' },
				{ name: 'Only These', value: 'only', description: 'The listed input fields' },
			],
			default: 'all',
			description:
				"Which input fields are sent as the record's extra data, under their own names. Text, numbers and yes/no values are taken; of a field <code>extra_data</code> that holds an object, its entries.",
		},
		{
			displayName: 'Extra Data Fields',
			name: 'extraDataFields',
			type: 'string',
			requiresDataPath: 'multiple',
			default: '',
			placeholder: 'e.g. company, tier, address.city',
			displayOptions: {
				show: { ...show, fieldsToSend: ['named'], extraData: ['except', 'only'] },
			},
			description:
				'Input fields, separated by commas. Drag columns here from the input panel. Nested fields go by their last name: <code>address.city</code> is sent as <code>city</code>.',
		},
	];
}

/** What becomes of the extra data that a record has already. */
export function extraDataModeParameter({ show }: IDisplayOptions): INodeProperties {
	return {
		displayName: 'Extra Data Mode',
		name: 'extraDataMode',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { ...show }, hide: { extraData: ['none'] } },
		options: [
			{
				name: 'Merge',
				value: 'merge',
				description:
					'Stored extra data that the item does not name stays. Beside other fields this takes a second operation of the 100 in a request.',
			},
			{
				name: 'Replace',
				value: 'replace',
				description: "The item's extra data takes the place of all that is stored",
			},
		],
		default: 'merge',
		description: 'What happens to extra data that the record has already',
	};
}
