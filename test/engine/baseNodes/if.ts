import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { conditionsProperties, divide } from './conditions';
import { describe } from './describe';

/** Output 0: conditions met; output 1: not met. */
export class If implements INodeType {
	description = describe('if', [...conditionsProperties], {
		version: [2, 2.1, 2.2, 2.3],
		outputs: ['main', 'main'],
		outputNames: ['true', 'false'],
	});

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return divide(this);
	}
}
