import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';
import { found } from '../bulk/found';
import { asObject, objectsIn, type JsonObject } from '../bulk/json';
import { listingRoute, type Page } from '../bulk/listing';
import { rejection, type Rejection } from '../bulk/record';
import type { RequestOptions } from '../bulk/routedWire';
import { isObjectType, objectPath, OBJECT_TYPE_WORDS } from './objectType';
import { DEFAULT_PAGE_SIZE } from './pageSize';
import { SPEECH } from './speech';
import { BREVO_CREDENTIAL } from './vendor';

/**
 * `GET /objects/{object_type}/records`, by page number until `count` records were seen or a page is
 * empty. There is neither a filter nor a search.
 *
 * Source: https://developers.brevo.com/reference/custom-objects/getrecords
 */
export const recordsRoute = listingRoute({
	speech: SPEECH,
	operation: 'getAll',
	credential: BREVO_CREDENTIAL,
	firstPage,
	readPage,
});

async function firstPage(
	context: IExecutePaginationFunctions,
	options: RequestOptions,
	most: number,
): Promise<RequestOptions | Rejection> {
	const given: unknown = context.getNodeParameter('objectType', '');
	const objectType = typeof given === 'string' ? given.trim() : given;
	if (!isObjectType(objectType)) {
		const message = `expected ${OBJECT_TYPE_WORDS}, found ${found(given)}`;
		return rejection('INVALID_OBJECT_TYPE', message, 'Object Type');
	}
	const { pageSize, sort, associations } = asObject(context.getNodeParameter('options', {}));
	const size = typeof pageSize === 'number' && pageSize >= 1 ? Math.floor(pageSize) : undefined;
	return await Promise.resolve({
		...options,
		url: `${objectPath(objectType)}/records`,
		// The size is the same for all pages: it says where each of them begins.
		qs: {
			limit: Math.min(size ?? DEFAULT_PAGE_SIZE, most),
			page_num: 1,
			sort: sort === 'asc' ? 'asc' : 'desc',
			...(associations === true && { association: 'true' }),
		},
	});
}

function readPage(body: JsonObject, options: RequestOptions, before: number): Page | undefined {
	const { records, count } = body;
	if (!Array.isArray(records) || typeof count !== 'number') return undefined;
	const read = objectsIn(records) as IDataObject[];
	if (records.length === 0 || before + records.length >= count) return { records: read };
	const page = Number(asObject(options.qs).page_num);
	return { records: read, next: { ...options, qs: { ...options.qs, page_num: page + 1 } } };
}
