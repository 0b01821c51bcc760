import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type ResourceMapperFields,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { asObject, isObject, objectsIn, textOf } from '../bulk/json';
import { lookUp } from '../bulk/lookup';
import { isRejection } from '../bulk/record';
import { mapperFields } from '../bulk/schema';
import { SAS_CREDENTIAL } from './credential';
import { readSasError } from './errorBody';
import { isListId, listPath, readList, type SasList } from './list';

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
	if (status !== 200 || !Array.isArray(items)) throw refused(this, status, body);
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

/** The key columns of the chosen list by which SAS filters: those without a mask. */
export async function getKeyColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const list = await readChosenList(this);
	return (list?.keys ?? [])
		.filter(({ isMasked }) => !isMasked)
		.map(({ name, dataType }) => ({ name, value: name, description: dataType }));
}

/** The columns of the chosen list, for mapping them one by one. */
export async function getColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const list = await readChosenList(this);
	if (!list) return { fields: [], emptyFieldsNotice: 'Choose the list first.' };
	return mapperFields(
		new Map(
			Array.from(list.columns.values(), ({ name, dataType, isKey }) => [
				name,
				{ name, label: name, type: dataType, required: isKey },
			]),
		),
	);
}

/** Source: https://developer.sas.com/rest-apis/listData/getList */
async function readChosenList(context: ILoadOptionsFunctions): Promise<SasList | undefined> {
	const id = context.getCurrentNodeParameter('list', { extractValue: true });
	if (!isListId(id)) return undefined;
	const { status, body } = await lookUp(context, SAS_CREDENTIAL, listPath(id));
	if (status !== 200 || !isObject(body)) throw refused(context, status, body);
	const list = readList(body, id);
	if (isRejection(list)) throw new NodeOperationError(context.getNode(), list.rejected.message);
	return list;
}

function refused(context: ILoadOptionsFunctions, status: number, body: unknown) {
	const said = readSasError(body).message ?? `SAS Viya answered HTTP ${status}`;
	return new NodeOperationError(context.getNode(), said);
}

/** How an apostrophe is escaped in a filter is not documented: the longest text without one is sent. */
export function listsPath(start: number, filter: string): string {
	const query = new URLSearchParams({ start: String(start), limit: String(PAGE), sortBy: 'name' });
	const parts = filter.split(/['\\]/).map((text) => text.trim());
	const part = parts.reduce((longest, text) => (text.length > longest.length ? text : longest));
	if (part !== '') query.set('filter', `contains(name,'${part}')`);
	return `/listData/lists?${query.toString()}`;
}
