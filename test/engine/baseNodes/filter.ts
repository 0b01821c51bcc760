import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { conditionsProperties, divide } from './conditions';
import { describe } from './describe';

/** Keeps the items that meet the conditions. */
export class Filter implements INodeType {
	description = describe('filter', [...conditionsProperties], { version: [2, 2.1, 2.2, 2.3] });

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const [met] = divide(this);
		return [met];
	}
}
