import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { describe } from './describe';

/** Keeps the first or the last items. */
export class Limit implements INodeType {
	description = describe('limit', [
		{ displayName: 'Max Items', name: 'maxItems', type: 'number', default: 1 },
		{
			displayName: 'Keep',
			name: 'keep',
			type: 'options',
			options: [
				{ name: 'First Items', value: 'firstItems' },
				{ name: 'Last Items', value: 'lastItems' },
			],
			default: 'firstItems',
		},
	]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const max = this.getNodeParameter('maxItems', 0, 1) as number;
		const fromEnd = this.getNodeParameter('keep', 0, 'firstItems') === 'lastItems';
		if (max > items.length) return [items];
		return [fromEnd ? items.slice(items.length - max) : items.slice(0, max)];
	}
}
