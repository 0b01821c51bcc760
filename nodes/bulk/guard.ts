import { NodeOperationError, type INodeRequestSend } from 'n8n-workflow';

/**
 * Set on the `operation` property of a bulk node. n8n finds a bulk operation by the raw text of the
 * operation parameter; an expression there misses it and n8n would fire one GET per item at the base
 * URL and call that success. This turns it into a clear error before anything is sent.
 */
export const refuseRouting: INodeRequestSend = {
	preSend: [
		function (this) {
			throw new NodeOperationError(
				this.getNode(),
				'Resource and Operation must be chosen from their lists, not set by an expression',
				{
					description:
						'A bulk operation handles all items at once, so it cannot change from item to item. Use a Switch node and one bulk node per operation.',
				},
			);
		},
	],
};
