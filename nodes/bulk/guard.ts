import {
	NodeOperationError,
	type IExecuteSingleFunctions,
	type IHttpRequestOptions,
	type INodeParameters,
	type INodeRequestSend,
} from 'n8n-workflow';

/**
 * n8n finds a bulk operation by the raw texts of the parameters `resource` and `operation`; an
 * expression there misses it, and n8n would fire one GET per item at the base URL and call that
 * success. These turn it into a clear error before anything is sent.
 */
function passIf(allowed: (parameters: INodeParameters) => boolean): INodeRequestSend {
	return {
		preSend: [
			function (this: IExecuteSingleFunctions, request: IHttpRequestOptions) {
				if (allowed(this.getNode().parameters)) return Promise.resolve(request);
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
}

/** Set on an `operation` property of which only these operations are n8n's declarative routing. */
export function routeOnly(...routed: string[]): INodeRequestSend {
	return passIf(({ operation }) => routed.some((value) => value === operation));
}

/** Set on an `operation` property of which every operation is a bulk operation. */
export const refuseRouting: INodeRequestSend = routeOnly();

/**
 * Set on the `resource` property: where that is none of these, n8n finds no `operation` to show and so
 * none of the above.
 */
export function resourceOf(...resources: string[]): INodeRequestSend {
	return passIf(({ resource }) => resources.some((value) => value === resource));
}
