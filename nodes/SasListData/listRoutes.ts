import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';
import { asObject, objectsIn, type JsonObject } from '../bulk/json';
import { listingRoute, type Page } from '../bulk/listing';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import type { RequestOptions } from '../bulk/routedWire';
import { SAS_CREDENTIAL } from './credential';
import { writeFilter } from './filter';
import { listPath, readListId } from './list';
import { SPEECH } from './speech';

/** SAS documents no maximum. Rows have no documented order either: the fewer pages, the better. */
const PAGE_SIZE = 1000;

const SAS = { speech: SPEECH, credential: SAS_CREDENTIAL };

/** `GET /listData/lists/{listId}`. Source: https://developer.sas.com/rest-apis/listData/getList */
export const listRoute = listingRoute({
	...SAS,
	operation: 'get',
	async firstPage(context, options) {
		const list = chosenList(context);
		return await Promise.resolve(isRejection(list) ? list : { ...options, url: list.path });
	},
	readPage: (body) => ({ records: [withoutLinks(body)] }),
});

/** `GET /listData/lists`. Source: https://developer.sas.com/rest-apis/listData/getLists */
export const listsRoute = listingRoute({
	...SAS,
	operation: 'getAll',
	async firstPage(context, options, most) {
		const { name: value, nameComparison } = asObject(context.getNodeParameter('filters', {}));
		const comparison = nameComparison ?? 'contains';
		const named =
			value === undefined || value === '' ? [] : [{ column: 'name', comparison, value }];
		const filter = filterOf(named);
		if (isRejection(filter)) return filter;
		const qs = { sortBy: 'name', ...filter };
		return await Promise.resolve(pageOf({ ...options, url: '/listData/lists', qs }, most));
	},
	readPage: pageReader(withoutLinks),
});

/**
 * `GET /listData/lists/{listId}/contents`, rows as SAS shows them
 *
 * Source: https://developer.sas.com/rest-apis/listData/getListContents
 */
export const contentsRoute = listingRoute({
	...SAS,
	operation: 'getAll',
	async firstPage(context, options, most) {
		const list = chosenList(context);
		if (isRejection(list)) return list;
		const { condition } = asObject(context.getNodeParameter('filters', {}));
		const qs = filterOf(condition);
		if (isRejection(qs)) return qs;
		return await Promise.resolve(pageOf({ ...options, url: `${list.path}/contents`, qs }, most));
	},
	readPage: pageReader((row) => row as IDataObject),
});

/** The ID of the chosen list becomes a part of the address. */
function chosenList(context: IExecutePaginationFunctions): { readonly path: string } | Rejection {
	const list = readListId(context.getNodeParameter('list', '', { extractValue: true }));
	return isRejection(list) ? list : { path: listPath(list.id) };
}

function filterOf(conditions: unknown): { readonly filter?: string } | Rejection {
	const written = writeFilter(conditions);
	if ('problem' in written) return rejection('INVALID_FILTER', written.problem, 'Filters');
	return written.filter === '' ? {} : { filter: written.filter };
}

function pageOf(options: RequestOptions, most: number): RequestOptions {
	return { ...options, qs: { ...options.qs, start: 0, limit: Math.min(PAGE_SIZE, most) } };
}

/** Pages are counted in records; `count` is how many there are in all. */
function pageReader(show: (member: JsonObject) => IDataObject) {
	return ({ items, count }: JsonObject, options: RequestOptions, before: number) => {
		if (!Array.isArray(items) || typeof count !== 'number') return undefined;
		const records = objectsIn(items).map(show);
		const start = before + records.length;
		if (start >= count) return { records };
		// There should be more: better no result than one that looks complete and is not.
		if (records.length === 0) return undefined;
		const page: Page = { records, next: { ...options, qs: { ...options.qs, start } } };
		return page;
	};
}

function withoutLinks({ links: _links, ...rest }: JsonObject): IDataObject {
	return rest as IDataObject;
}
