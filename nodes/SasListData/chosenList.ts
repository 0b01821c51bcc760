import {
	NodeOperationError,
	type IExecuteSingleFunctions,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { found } from '../bulk/found';
import { isListId, listPath } from './list';

/**
 * Asks for the chosen list, or for something below it; its ID becomes a part of the address.
 *
 * @throws {NodeOperationError} when no list is chosen
 */
export function chosenList(below = '') {
	return function (
		this: IExecuteSingleFunctions,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const id = this.getNodeParameter('list', '', { extractValue: true });
		if (isListId(id)) return Promise.resolve({ ...request, url: `${listPath(id)}${below}` });
		const message = `List: expected the ID of a list, found ${found(id)}`;
		throw new NodeOperationError(this.getNode(), message, { itemIndex: this.getItemIndex() });
	};
}
