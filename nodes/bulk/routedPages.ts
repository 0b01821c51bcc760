import {
	NodeApiError,
	NodeOperationError,
	type DeclarativeRestApiSettings,
	type IDataObject,
	type IDisplayOptions,
	type IExecutePaginationFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodePropertyRouting,
	type PreSendAction,
} from 'n8n-workflow';
import { found } from './found';
import { asObject, type JsonObject } from './json';
import { itemOf, routedAnswer, routedRequest, type RoutedVendor } from './routedRead';

/** A vendor's collection, to be read a page at a time. */
export interface Collection {
	/** Records in one page: at most. */
	readonly pageSize: number;
	/** The query that asks for a page. */
	query(at: Place, size: number): IDataObject;
	/** Reads the records of a page that begins at `start`; undefined when it is no such page. */
	read(body: JsonObject, start: number): Page | undefined;
}

/** Where a page begins. */
export interface Place {
	/** Pages are counted from 1. */
	readonly page: number;
	/** Records are counted from 0. */
	readonly start: number;
	/** As the page before gave it. */
	readonly cursor: string | undefined;
}

export interface Page {
	/** As they are to leave the node. */
	readonly records: readonly JsonObject[];
	readonly more: boolean;
	/** For collections that are not counted: what the next page is asked for by. */
	readonly cursor?: string;
}

/** Return All and Limit, read by {@link routedPages}. */
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

/**
 * The routing of a Get Many operation: page after page until there are no more, or Limit is reached.
 * Pages are asked for by number or position, never by an address from an answer.
 *
 * @param request method, url and query, as in any routing
 * @param preSend what else the request needs that is not known before the run
 */
export function routedPages(
	vendor: RoutedVendor,
	collection: Collection,
	request: INodePropertyRouting['request'],
	...preSend: PreSendAction[]
): INodePropertyRouting {
	return {
		...(request && { request }),
		send: { paginate: true, preSend: [routedRequest(vendor), ...preSend] },
		output: { postReceive: [routedAnswer(vendor)] },
		operations: {
			async pagination(this, routed) {
				return await readPages(this, vendor, collection, routed);
			},
		},
	};
}

async function readPages(
	context: IExecutePaginationFunctions,
	vendor: RoutedVendor,
	collection: Collection,
	routed: DeclarativeRestApiSettings.ResultOptions,
): Promise<INodeExecutionData[]> {
	const most = readLimit(context);
	// The same for all pages: where they are counted, their size says where each begins.
	const size = Math.min(collection.pageSize, most);
	const items: INodeExecutionData[] = [];
	let cursor: string | undefined;
	for (let page = 1; items.length < most; page++) {
		const start = items.length;
		const { options } = routed;
		const [answer] = await context.makeRoutingRequest({
			...routed,
			// n8n's helper writes into the options it is given.
			options: {
				...options,
				headers: { ...options.headers },
				qs: { ...options.qs, ...collection.query({ page, start, cursor }, size) },
			},
		});
		const read = collection.read(asObject(answer?.json), start);
		for (const record of read?.records ?? []) items.push(itemOf(context, record));
		if (read && !read.more) break;
		const again = read?.cursor !== undefined && read.cursor === cursor;
		if (items.length === start || again) throw noPage(context, vendor, page);
		cursor = read?.cursor;
	}
	return items.slice(0, most);
}

/** How many records are wanted; Infinity: all. @throws {NodeOperationError} */
export function readLimit(context: IExecutePaginationFunctions): number {
	if (context.getNodeParameter('returnAll', false) === true) return Infinity;
	const limit = context.getNodeParameter('limit', 50);
	if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1) return limit;
	throw new NodeOperationError(
		context.getNode(),
		`Limit: expected a whole number from 1 on, found ${found(limit)}`,
		{ itemIndex: context.getItemIndex() },
	);
}

/** Better no result than one that looks complete and is not. */
function noPage(context: IExecutePaginationFunctions, { name }: RoutedVendor, page: number) {
	const message = `${name} cannot be read: page ${page} of the answer holds no list of records`;
	return new NodeApiError(context.getNode(), {}, { message, itemIndex: context.getItemIndex() });
}
