import { NodeOperationError, type IExecuteFunctions, type INodeType } from 'n8n-workflow';

import { describe } from './describe';

/** Fails the execution with a message. */
export class StopAndError implements INodeType {
	description = describe('stopAndError', [
		{ displayName: 'Error Message', name: 'errorMessage', type: 'string', default: '' },
	]);

	async execute(this: IExecuteFunctions): Promise<never> {
		const message = this.getNodeParameter('errorMessage', 0) as string;
		throw new NodeOperationError(this.getNode(), message);
	}
}
