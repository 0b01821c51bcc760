import {
	NodeOperationError,
	type IDisplayOptions,
	type IExecutePaginationFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { found } from './found';

/** Return All and Limit, as in n8n's own nodes. */
export function pageParameters(displayOptions: IDisplayOptions): INodeProperties[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			displayOptions: { show: { ...displayOptions.show } },
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { ...displayOptions.show, returnAll: [false] } },
			description: 'Max number of results to return',
		},
	];
}

/** How many records are wanted; Infinity: all. @throws {NodeOperationError} */
export function recordsWanted(context: IExecutePaginationFunctions): number {
	if (context.getNodeParameter('returnAll', false) === true) return Infinity;
	const limit = context.getNodeParameter('limit', 50);
	if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1) return limit;
	throw new NodeOperationError(
		context.getNode(),
		`Limit: expected a whole number from 1 on, found ${found(limit)}`,
		{ itemIndex: context.getItemIndex() },
	);
}
