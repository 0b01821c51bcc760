import type { IDataObject } from 'n8n-workflow';
import { asObject, isObject, objectsIn, type JsonObject } from '../bulk/json';
import { listingRoute } from '../bulk/listing';
import { isRejection } from '../bulk/record';
import { TALKDESK_CREDENTIAL } from './credential';
import { readListId } from './recordList';
import { SPEECH } from './speech';
import { HAL_JSON } from './vendor';

/** Source: https://docs.talkdesk.com/reference/record-lists (per_page: 1 to 500) */
const LARGEST_PAGE = 500;

const TALKDESK = { speech: SPEECH, credential: TALKDESK_CREDENTIAL };

/** `GET /record-lists/{id}` */
export const recordListRoute = listingRoute({
	...TALKDESK,
	operation: 'get',
	async firstPage(context, options) {
		const list = readListId(context.getNodeParameter('recordList', '', { extractValue: true }));
		if (isRejection(list)) return list;
		const url = `/record-lists/${encodeURIComponent(list.listId)}`;
		return await Promise.resolve({ ...options, url, headers: { Accept: HAL_JSON } });
	},
	readPage: (body) => ({ records: [withoutLinks(body)] }),
});

/** `GET /record-lists`, by page number as long as a page has a link to the next */
export const recordListsRoute = listingRoute({
	...TALKDESK,
	operation: 'getAll',
	firstPage: async (_context, options, most) =>
		await Promise.resolve({
			...options,
			url: '/record-lists',
			headers: { Accept: HAL_JSON },
			// The size is the same for all pages: it says where each of them begins.
			qs: { ...options.qs, page: 1, per_page: Math.min(LARGEST_PAGE, most) },
		}),
	readPage(body, options) {
		const lists = asObject(body._embedded).record_lists;
		if (!Array.isArray(lists)) return undefined;
		const records = objectsIn(lists).map(withoutLinks);
		if (!isObject(asObject(body._links).next)) return { records };
		if (records.length === 0) return undefined;
		const page = Number(asObject(options.qs).page);
		return { records, next: { ...options, qs: { ...options.qs, page: page + 1 } } };
	},
});

function withoutLinks({ _links, ...rest }: JsonObject): IDataObject {
	return rest as IDataObject;
}
