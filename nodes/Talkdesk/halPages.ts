import { asObject, isObject, objectsIn, type JsonObject } from '../bulk/json';
import type { Collection } from '../bulk/routedPages';

/** Source: https://docs.talkdesk.com/reference/record-lists (per_page: 1 to 500) */
const LARGEST_PAGE = 500;

/**
 * A collection of Talkdesk's, counted in pages.
 *
 * @param name under which a page embeds its members
 */
export function halPages(name: string): Collection {
	return {
		pageSize: LARGEST_PAGE,
		query: ({ page }, size) => ({ page, per_page: size }),
		read(body) {
			const embedded = asObject(body._embedded)[name];
			if (!Array.isArray(embedded)) return undefined;
			return {
				records: objectsIn(embedded).map(withoutLinks),
				more: isObject(asObject(body._links).next),
			};
		},
	};
}

export function withoutLinks({ _links, ...rest }: JsonObject): JsonObject {
	return rest;
}
