import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Whether values take the form of the vendor's fields on their way. */
export function convertValuesParameter(displayOptions: IDisplayOptions): INodeProperties {
	return {
		displayName: 'Convert Values',
		name: 'convertValues',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		displayOptions,
		description:
			'Whether dates, numbers, yes and no, and choices from lists as spreadsheets and databases hold them become what the field they go to takes. What could only be guessed is rejected, and the item says why.',
	};
}

const forConversion: IDisplayOptions = { show: { '/convertValues': [true] } };

/** Options that say how dates and numbers are written, read by {@link readNotation}. */
export const NOTATION_OPTIONS: readonly INodeProperties[] = [
	{
		displayName: 'Date Order',
		name: 'dateOrder',
		type: 'options',
		displayOptions: forConversion,
		options: [
			{
				name: 'Day First',
				value: 'dayFirst',
				description: '03/04/2025 is the third of April',
			},
			{
				name: 'Month First',
				value: 'monthFirst',
				description: '03/04/2025 is the fourth of March',
			},
			{
				name: 'Reject What Is Unclear',
				value: 'unambiguous',
				description: '25/12/2025 and 3.4.2025 are taken, 03/04/2025 is not',
			},
		],
		default: 'unambiguous',
		description: 'How to read dates such as 03/04/2025',
	},
	{
		displayName: 'Decimal Separator',
		name: 'decimalSeparator',
		type: 'options',
		displayOptions: forConversion,
		options: [
			{ name: 'Comma', value: 'comma', description: '1.234,5 is one thousand and some' },
			{ name: 'Point', value: 'point', description: '1,234.5 is one thousand and some' },
			{
				name: 'Reject What Is Unclear',
				value: 'unambiguous',
				description: '1.234,5 and 12,5 are taken, 1,234 is not',
			},
		],
		default: 'unambiguous',
		description: 'How to read numbers that are written as text, such as 1.234',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		displayOptions: forConversion,
		default: '',
		placeholder: 'e.g. Europe/Vienna',
		description:
			"Of times without a zone, and of the days that moments fall on. Left empty: the workflow's own.",
	},
];

/** What happens to columns that are no fields of the vendor's, read by {@link readUnknownColumns}. */
export const UNKNOWN_COLUMNS_OPTION: INodeProperties = {
	displayName: 'Unknown Columns',
	name: 'unknownColumns',
	type: 'options',
	options: [
		{
			name: 'Ignore',
			value: 'ignore',
			description: 'They are not sent; a line above the output names them',
		},
		{
			name: 'Reject the Item',
			value: 'reject',
			description: 'An item with such a column goes to the error branch',
		},
		{ name: 'Send', value: 'send', description: 'The vendor decides' },
	],
	default: 'send',
	description: 'What happens to columns that are no fields of the vendor',
};
