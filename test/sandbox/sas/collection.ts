import type { JsonObject } from '../json';
import type { Answer, VendorRequest } from '../vendor';
import { COLLECTION_TYPE } from './mediaTypes';
import { invalid } from './refusal';

export interface Page {
	start: number;
	limit: number;
}

const DEFAULT_LIMIT = 20;

/** `start` counts from 0; `limit` is 20 unless given. */
export function readPage({ query }: VendorRequest): Page {
	return { start: whole(query, 'start', 0, 0), limit: whole(query, 'limit', DEFAULT_LIMIT, 1) };
}

function whole(query: URLSearchParams, name: string, fallback: number, least: number): number {
	const text = query.get(name);
	if (text === null) return fallback;
	const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
	if (!(value >= least)) throw invalid(`The parameter '${name}' is not a number from ${least} on.`);
	return value;
}

/** A collection as all SAS services send it: `count` is the total, not the page's size. */
export function collection(
	request: VendorRequest,
	name: string,
	accept: string,
	{ start, limit }: Page,
	count: number,
	items: readonly JsonObject[],
): Answer {
	const link = (rel: string, from: number): JsonObject => {
		const query = new URLSearchParams(request.query);
		query.set('start', String(from));
		query.set('limit', String(limit));
		const uri = `${request.path}?${query.toString()}`;
		return { method: 'GET', rel, href: uri, uri, type: 'application/vnd.sas.collection' };
	};
	const links = [link('self', start)];
	if (start > 0) links.push(link('first', 0), link('prev', Math.max(0, start - limit)));
	if (start + limit < count) {
		links.push(link('next', start + limit), link('last', Math.floor((count - 1) / limit) * limit));
	}
	return {
		status: 200,
		headers: { 'content-type': `${COLLECTION_TYPE};version=2;charset=UTF-8` },
		body: { version: 2, accept, name, count, start, limit, items, links },
	};
}

export function slice<T>(all: readonly T[], { start, limit }: Page): T[] {
	return all.slice(start, start + limit);
}
