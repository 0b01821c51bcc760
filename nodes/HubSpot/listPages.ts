import { asObject, objectsIn, textOf } from '../bulk/json';
import type { Collection } from '../bulk/routedPages';
import { simplified } from './settle';

/**
 * HubSpot's list of the records of a type, one page after another by a cursor.
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/get-objects
 */
export const LIST_PAGES: Collection = {
	pageSize: 100,
	query: ({ cursor }, size) => ({ limit: size, ...(cursor !== undefined && { after: cursor }) }),
	read({ results, paging }) {
		if (!Array.isArray(results)) return undefined;
		const cursor = textOf(asObject(asObject(paging).next).after);
		return {
			records: objectsIn(results).map(simplified),
			more: cursor !== undefined,
			...(cursor !== undefined && { cursor }),
		};
	},
};
