import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import { describe } from './describe';

const all = { show: { aggregate: ['aggregateAllItemData'] } };

/** All items into one item with a list; only the mode "All Item Data". */
export class Aggregate implements INodeType {
	description = describe('aggregate', [
		{
			displayName: 'Aggregate',
			name: 'aggregate',
			type: 'options',
			options: [
				{ name: 'Individual Fields', value: 'aggregateIndividualFields' },
				{ name: 'All Item Data (Into a Single List)', value: 'aggregateAllItemData' },
			],
			default: 'aggregateIndividualFields',
		},
		{
			displayName: 'Put Output in Field',
			name: 'destinationFieldName',
			type: 'string',
			displayOptions: all,
			default: 'data',
		},
		{
			displayName: 'Include',
			name: 'include',
			type: 'options',
			displayOptions: all,
			options: [
				{ name: 'All Fields', value: 'allFields' },
				{ name: 'Specified Fields', value: 'specifiedFields' },
				{ name: 'All Fields Except', value: 'allFieldsExcept' },
			],
			default: 'allFields',
		},
		fieldList('Fields To Exclude', 'fieldsToExclude', 'allFieldsExcept'),
		fieldList('Fields To Include', 'fieldsToInclude', 'specifiedFields'),
		{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
	]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getNodeParameter('aggregate', 0) !== 'aggregateAllItemData') {
			throw new NodeOperationError(this.getNode(), 'This stand-in only aggregates all item data');
		}
		const field = this.getNodeParameter('destinationFieldName', 0) as string;
		const without = names(this.getNodeParameter('fieldsToExclude', 0, ''));
		const only = names(this.getNodeParameter('fieldsToInclude', 0, ''));
		const data: IDataObject[] = [];
		const pairedItem: Array<{ item: number }> = [];
		this.getInputData().forEach(({ json }, item) => {
			const kept = Object.entries(json).filter(
				([key]) => !without.includes(key) && (only.length === 0 || only.includes(key)),
			);
			// As n8n does: an item that has none of the chosen fields leaves no trace.
			if (kept.length === 0 && without.length + only.length > 0) return;
			data.push(Object.fromEntries(kept));
			pairedItem.push({ item });
		});
		return [[{ json: { [field]: data }, pairedItem }]];
	}
}

function fieldList(displayName: string, name: string, include: string) {
	return {
		displayName,
		name,
		type: 'string' as const,
		displayOptions: { show: { ...all.show, include: [include] } },
		default: '',
	};
}

function names(list: unknown): string[] {
	const parts = Array.isArray(list) ? list.map(String) : String(list).split(',');
	return parts.map((name) => name.trim()).filter((name) => name !== '');
}
