import type { Answer } from '../vendor';
import { condition, isMisfit } from './filters';
import { oldPage, OLD_LARGEST_PAGE, page } from './page';
import { readBody } from './readBody';
import { listOf, readLimit, readQuery, searchable, selectSlugs, type Query } from './readQuery';
import { LARGEST_PAGE } from './readQuery';
import { badField } from './refusal';
import { showRow } from './rows';
import { showRecord } from './showRecord';
import { etagOf, liveRecord } from './single';
import type { ObjectCall } from './world';

/** POST /{type}/query */
export function queryRecords(call: ObjectCall): Answer {
	const query = readQuery(call, readBody(call.request, call.world.switches));
	return { status: 200, headers: {}, body: page(call, query) };
}

/** POST /query/{team}/{type} of the older guide. */
export function oldQuery(call: ObjectCall): Answer {
	const body = readBody(call.request, call.world.switches);
	return { status: 200, headers: {}, body: oldPage(call, readQuery(call, body, OLD_LARGEST_PAGE)) };
}

const LIST_KEYS = new Set([
	'cursor',
	'limit',
	'select',
	'sort',
	'list_id',
	'deleted',
	'include_total',
]);

/** GET /{type}: any query key it does not know is an equality filter on that slug. */
export function listRecords(call: ObjectCall): Answer {
	const { query: asked } = call.request;
	const listId = listOf(call, asked.get('list_id'), '.query.list_id');
	const select = asked.get('select')?.split(',');
	const sort = asked.get('sort')?.split(',') ?? [];
	const query: Query = {
		selection: selectSlugs(call, select, listId, '.query.select'),
		conditions: [],
		combinator: 'AND',
		sort: sort.map((slug) => {
			const bare = slug.replace(/^-/, '');
			const path = searchable(call, bare, listId, '.query.sort');
			return { path, descending: slug !== bare };
		}),
		limit: listLimit(call, asked.get('limit')),
		cursor: asked.get('cursor') ?? undefined,
		page: undefined,
		listId,
		ids: undefined,
		deleted: asked.get('deleted') === 'true',
		includeTotal: asked.get('include_total') === 'true',
		identity: '',
	};
	const bound: string[] = [call.type.name];
	for (const [key, value] of asked) {
		if (key !== 'cursor' && key !== 'limit') bound.push(key, value);
		if (LIST_KEYS.has(key)) continue;
		const path = searchable(call, key, listId, `.query.${key}`);
		const end = path.at(-1);
		const holds = end === undefined ? undefined : condition(end, '=', value, 'refuse');
		if (holds !== undefined && !isMisfit(holds)) query.conditions.push({ path, holds });
	}
	query.identity = JSON.stringify(bound);
	return { status: 200, headers: {}, body: page(call, query) };
}

function listLimit({ world }: ObjectCall, given: string | null): number {
	const field = '.query.limit';
	if (given === null) return readLimit(undefined, LARGEST_PAGE, field);
	if (!/^\d+$/.test(given)) throw badField(field, 'must be integer', 'type');
	const clamp = world.switches.listLimitAbove50 === 'clamp';
	const limit = clamp ? Math.min(Number(given), LARGEST_PAGE) : Number(given);
	return readLimit(limit, LARGEST_PAGE, field);
}

/** GET /{type}/{id}, with the ETag that If-Match wants. */
export function readOne(call: ObjectCall, id: string): Answer {
	const record = liveRecord(call, id);
	const headers = { etag: etagOf(record) };
	const select = call.request.query.get('select');
	if (select === null) {
		return { status: 200, headers, body: showRecord(record, call.world.switches) };
	}
	const selection = selectSlugs(call, select.split(','), undefined, '.query.select');
	const { properties } = showRow(call.world, record, selection);
	return { status: 200, headers, body: { id: record.id, default: properties } };
}

/** GET /{type}/count: of a list if asked, but it takes no filters. */
export function countRecords(call: ObjectCall): Answer {
	const listId = listOf(call, call.request.query.get('list_id'), '.query.list_id');
	let total = 0;
	for (const record of call.world.store.records(call.type.name)) {
		if (!record.deleted && (listId === undefined || record.list[listId] !== undefined)) total += 1;
	}
	return { status: 200, headers: {}, body: { total } };
}
