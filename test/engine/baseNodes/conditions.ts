import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** The condition editor; n8n itself works the conditions out when the value is extracted. */
export const conditionsProperties: INodeProperties[] = [
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'filter',
		typeOptions: {
			filter: { caseSensitive: true, typeValidation: 'strict', version: 2 },
		},
		default: {},
	},
	{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
];

/** The items that meet the conditions, and those that do not. */
export function divide(context: IExecuteFunctions): [INodeExecutionData[], INodeExecutionData[]] {
	const met: INodeExecutionData[] = [];
	const unmet: INodeExecutionData[] = [];
	context.getInputData().forEach((entry, item) => {
		const passes = context.getNodeParameter('conditions', item, false, { extractValue: true });
		(passes ? met : unmet).push({ ...entry, pairedItem: { item } });
	});
	return [met, unmet];
}
