import { isJsonObject, type JsonObject } from '../json';
import { condition, isMisfit, type Condition } from './filters';
import { resolvePath } from './paths';
import type { Property } from './property';
import { badField } from './refusal';
import { everything, selectionOf, type Selection } from './rows';
import type { ObjectCall } from './world';

export interface SortKey {
	path: readonly Property[];
	descending: boolean;
}

/** What query, list and the old path all come down to. */
export interface Query {
	selection: Selection;
	conditions: Array<{ path: readonly Property[]; holds: Condition }>;
	combinator: 'AND' | 'OR';
	sort: SortKey[];
	limit: number;
	cursor: string | undefined;
	page: number | undefined;
	listId: string | undefined;
	ids: ReadonlySet<string> | undefined;
	deleted: boolean;
	includeTotal: boolean;
	/** What a cursor is bound to. */
	identity: string;
}

export const LARGEST_PAGE = 50;
const USUAL_PAGE = 25;

/** Reads the body of POST /{type}/query: https://docs.micro.so/guides/querying */
export function readQuery(call: ObjectCall, body: JsonObject, largest = LARGEST_PAGE): Query {
	const { query } = body;
	if (query === undefined) throw badField('.body', "must have 'query'", 'required');
	if (!isJsonObject(query)) throw badField('.body.query', 'must be object', 'type');
	const listId = listOf(call, query['list_id'], '.body.query.list_id');
	const { limit, page } = query;
	const cursor = query['cursor'] ?? body['cursor'] ?? undefined;
	if (cursor !== undefined && typeof cursor !== 'string') {
		throw badField('.body.query.cursor', 'must be string', 'type');
	}
	const ids = readIds(body['id']);
	const combinator = query['combinator'] ?? 'AND';
	if (combinator !== 'AND' && combinator !== 'OR') {
		throw badField('.body.query.combinator', 'must be AND or OR', 'enum');
	}
	const { select, filter, sort } = query;
	return {
		selection: readSelect(call, select, listId),
		conditions: readFilter(call, filter, listId),
		combinator,
		sort: readSort(call, sort, listId),
		limit: readLimit(limit, largest, '.body.query.limit'),
		cursor,
		page: page === undefined ? undefined : readLimit(page, Infinity, '.body.query.page'),
		listId,
		ids,
		deleted: body['deleted'] === true,
		includeTotal: body['include_total'] === true,
		identity: JSON.stringify([
			call.type.name,
			select,
			filter,
			combinator,
			sort,
			listId,
			body['id'],
			body['deleted'] === true,
		]),
	};
}

export function readLimit(given: unknown, largest: number, field: string): number {
	if (given === undefined) return USUAL_PAGE;
	if (typeof given !== 'number' || !Number.isInteger(given)) {
		throw badField(field, 'must be integer', 'type');
	}
	if (given < 1) throw badField(field, 'must be >= 1', 'minimum');
	if (given > largest) throw badField(field, `must be <= ${largest}`, 'maximum');
	return given;
}

export function listOf(call: ObjectCall, given: unknown, field: string): string | undefined {
	if (given === undefined || given === null) return undefined;
	const list = typeof given === 'string' ? call.world.types.lists.get(given) : undefined;
	if (list?.objectType !== call.type.name) {
		throw badField(field, `must be a list of ${call.type.name} records`, 'format');
	}
	return list.id;
}

function readSelect(call: ObjectCall, given: unknown, listId: string | undefined): Selection {
	const field = '.body.query.select';
	if (!Array.isArray(given)) {
		throw badField(field, 'must be array', given === undefined ? 'required' : 'type');
	}
	if (given.length === 0 && call.world.switches.emptySelect === 'refuse') {
		throw badField(field, 'must not have fewer than 1 items', 'minItems');
	}
	return selectSlugs(call, given as unknown[], listId, field);
}

/** Slugs and dot paths; `id` comes back in any case. */
export function selectSlugs(
	call: ObjectCall,
	slugs: readonly unknown[] | undefined,
	listId: string | undefined,
	field: string,
): Selection {
	if (slugs === undefined) return everything(call.type);
	const paths = slugs.flatMap((slug) => {
		if (slug === 'id') return [];
		return [typeof slug === 'string' ? known(call, slug, listId, field) : never(field)];
	});
	return selectionOf(paths);
}

function readFilter(
	call: ObjectCall,
	given: unknown,
	listId: string | undefined,
): Query['conditions'] {
	if (given === undefined) return [];
	const field = '.body.query.filter';
	if (!Array.isArray(given)) throw badField(field, 'must be array', 'type');
	const conditions: Query['conditions'] = [];
	for (const entry of given as unknown[]) {
		if (!isJsonObject(entry)) throw badField(field, 'must hold objects', 'type');
		for (const [slug, tests] of Object.entries(entry)) {
			const path = searchable(call, slug, listId, field);
			if (!isJsonObject(tests)) throw badField(`${field}.${slug}`, 'must be object', 'type');
			for (const [operator, operand] of Object.entries(tests)) {
				const { bareComparisons } = call.world.switches;
				const end = path.at(-1) as Property;
				const holds = condition(end, operator, operand, bareComparisons);
				if (isMisfit(holds)) throw badField(`${field}.${slug}.${operator}`, holds.problem, 'type');
				conditions.push({ path, holds });
			}
		}
	}
	return conditions;
}

function readSort(call: ObjectCall, given: unknown, listId: string | undefined): SortKey[] {
	if (given === undefined) return [];
	const field = '.body.query.sort';
	if (!Array.isArray(given)) throw badField(field, 'must be array', 'type');
	return (given as unknown[]).flatMap((entry) => {
		if (!isJsonObject(entry)) throw badField(field, 'must hold objects', 'type');
		return Object.entries(entry).map(([slug, direction]) => {
			if (direction !== 'asc' && direction !== 'desc') {
				throw badField(`${field}.${slug}`, 'must be asc or desc', 'enum');
			}
			const path = searchable(call, slug, listId, field);
			return { path, descending: direction === 'desc' };
		});
	});
}

/** Filter and sort: dot paths only by the switch. */
export function searchable(
	call: ObjectCall,
	slug: string,
	listId: string | undefined,
	field: string,
): Property[] {
	if (slug.includes('.') && call.world.switches.dotPathFilters === 'refuse') {
		throw badField(field, `cannot use the path ${slug}`, 'enum');
	}
	return known(call, slug, listId, field);
}

function known(
	call: ObjectCall,
	slug: string,
	listId: string | undefined,
	field: string,
): Property[] {
	const path = resolvePath(call.world, call.type, listId, slug);
	if (path === undefined) throw badField(field, `${slug} is not a property here`, 'enum');
	return path;
}

function never(field: string): never {
	throw badField(field, 'must hold strings', 'type');
}

function readIds(given: unknown): ReadonlySet<string> | undefined {
	if (given === undefined) return undefined;
	const ids: unknown[] = Array.isArray(given) ? given : [given];
	if (!ids.every((id): id is string => typeof id === 'string')) {
		throw badField('.body.id', 'must be a string or a list of strings', 'type');
	}
	return new Set(ids.map((id) => id.toLowerCase()));
}
