import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { asObject, objectsIn, textOf } from '../bulk/json';
import { lookUp } from '../bulk/lookup';
import { SAS_CREDENTIAL } from './credential';
import { readSasError } from './errorBody';
import { isListId } from './list';

const PAGE = 100;

/**
 * The lists whose names contain the filter, a page at a time.
 *
 * Source: https://developer.sas.com/rest-apis/listData/getLists
 */
export async function searchLists(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const start = Number(paginationToken ?? 0);
	const { status, body } = await lookUp(this, SAS_CREDENTIAL, listsPath(start, filter ?? ''));
	const { items, count } = asObject(body);
	if (status !== 200 || !Array.isArray(items)) {
		const said = readSasError(body).message ?? `SAS Viya answered HTTP ${status}`;
		throw new NodeOperationError(this.getNode(), said);
	}
	const wanted = (filter ?? '').trim().toLowerCase();
	const results = objectsIn(items).flatMap(({ id, name, state }) => {
		const text = textOf(name);
		if (!isListId(id) || !text?.toLowerCase().includes(wanted)) return [];
		return [{ name: state === 'developing' ? `${text} (Developing)` : text, value: id }];
	});
	const next = start + items.length;
	const more = items.length > 0 && typeof count === 'number' && next < count;
	return { results, ...(more && { paginationToken: String(next) }) };
}

/** How an apostrophe is escaped in a filter is not documented: the longest text without one is sent. */
export function listsPath(start: number, filter: string): string {
	const query = new URLSearchParams({ start: String(start), limit: String(PAGE), sortBy: 'name' });
	const parts = filter.split(/['\\]/).map((text) => text.trim());
	const part = parts.reduce((longest, text) => (text.length > longest.length ? text : longest));
	if (part !== '') query.set('filter', `contains(name,'${part}')`);
	return `/listData/lists?${query.toString()}`;
}
