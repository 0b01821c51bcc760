import { objectsIn, type JsonObject } from '../bulk/json';
import type { Collection } from '../bulk/routedPages';

/** SAS documents no maximum. Rows have no documented order either: the fewer pages, the better. */
const PAGE_SIZE = 1000;

/**
 * A collection of SAS's, counted in records; `count` is how many there are in all.
 *
 * Source: https://developer.sas.com/rest-apis/listData/getListContents
 *
 * @param show how a member leaves the node
 */
export function sasCollection(show: (member: JsonObject) => JsonObject): Collection {
	return {
		pageSize: PAGE_SIZE,
		query: ({ start }, size) => ({ start, limit: size }),
		read({ items, count }, start) {
			if (!Array.isArray(items) || typeof count !== 'number') return undefined;
			const records = objectsIn(items).map(show);
			return { records, more: start + records.length < count };
		},
	};
}

export function withoutLinks({ links: _links, ...rest }: JsonObject): JsonObject {
	return rest;
}
