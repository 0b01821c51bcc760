import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { asObject, isObject, objectsIn, textOf } from '../bulk/json';
import { lookUp } from '../bulk/lookup';
import { TALKDESK_CREDENTIAL } from './credential';
import { readReason } from './readReason';
import { isListId } from './recordList';

const LISTS_PER_PAGE = 100;
/** Longest text that Talkdesk searches names for. */
const LONGEST_NAME = 35;

/**
 * The account's record lists, newest first, a page at a time.
 *
 * Source: https://docs.talkdesk.com/reference/record-lists
 *
 * @param paginationToken number of the page that is wanted; the first one without it
 */
export async function searchRecordLists(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken ?? 1);
	const name = Array.from(filter?.trim() ?? '')
		.slice(0, LONGEST_NAME)
		.join('');
	const query = new URLSearchParams({ page: String(page), per_page: String(LISTS_PER_PAGE) });
	if (name !== '') query.set('name', name);
	const { status, body } = await lookUp(
		this,
		TALKDESK_CREDENTIAL,
		`/record-lists?${query.toString()}`,
	);
	if (status < 200 || status >= 300 || !isObject(body)) {
		const said = readReason({ status, headers: {}, text: '', body }).message;
		throw new NodeOperationError(this.getNode(), said ?? `Talkdesk answered HTTP ${status}`);
	}
	const results = objectsIn(asObject(body._embedded).record_lists).flatMap((list) => {
		const value = list.id;
		return isListId(value) ? [{ name: textOf(list.name) ?? value, value }] : [];
	});
	const more = isObject(asObject(body._links).next);
	return { results, ...(more && { paginationToken: String(page + 1) }) };
}
