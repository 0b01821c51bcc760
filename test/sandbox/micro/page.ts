import { createHash } from 'node:crypto';

import { parseJson, type JsonObject } from '../json';
import { compare } from './filters';
import { valuesAt } from './paths';
import { LARGEST_PAGE, type Query } from './readQuery';
import { badField } from './refusal';
import { showRow } from './rows';
import type { StoredRecord } from './store';
import type { ObjectCall, World } from './world';

interface Place {
	/** Values of the last row under the sort keys; null where it has none. */
	keys: unknown[];
	sequence: number;
}

/** One page: `has_more` is exact, `next_cursor` null at the end, `total` only on request. */
export function page(call: ObjectCall, query: Query): JsonObject {
	const { rows, more, matched } = slice(call, query);
	const last = rows.at(-1);
	return {
		data: rows.map((record) => showRow(call.world, record, query.selection)),
		has_more: more,
		next_cursor: more && last !== undefined ? write(query, place(call.world, query, last)) : null,
		...(query.includeTotal ? { total: matched } : {}),
	};
}

function slice(
	{ world, type }: ObjectCall,
	query: Query,
): { rows: StoredRecord[]; more: boolean; matched: number } {
	const found: StoredRecord[] = [];
	for (const record of world.store.records(type.name)) {
		if (fits(world, query, record)) found.push(record);
	}
	if (query.sort.length > 0) {
		const places = new Map(found.map((record) => [record, place(world, query, record)]));
		found.sort((a, b) => order(query, places.get(a) as Place, places.get(b) as Place));
	}
	let from = 0;
	if (query.cursor !== undefined) {
		const after = read(query, query.cursor);
		const at = found.findIndex((record) => order(query, place(world, query, record), after) > 0);
		from = at < 0 ? found.length : at;
	} else if (query.page !== undefined) from = (query.page - 1) * query.limit;
	const rows = found.slice(from, from + query.limit);
	return { rows, more: from + rows.length < found.length, matched: found.length };
}

function fits(world: World, query: Query, record: StoredRecord): boolean {
	if (record.deleted && !query.deleted) return false;
	if (!record.deleted && query.deleted && world.switches.deletedFlag === 'only') return false;
	if (query.ids !== undefined && !query.ids.has(record.id)) return false;
	if (query.listId !== undefined && record.list[query.listId] === undefined) return false;
	if (query.conditions.length === 0) return true;
	const holds = ({ path, holds: test }: Query['conditions'][number]): boolean =>
		test(valuesAt(world, record, path));
	return query.combinator === 'AND' ? query.conditions.every(holds) : query.conditions.some(holds);
}

function place(world: World, { sort }: Query, record: StoredRecord): Place {
	const keys = sort.map(({ path }) => valuesAt(world, record, path)[0] ?? null);
	return { keys, sequence: record.sequence };
}

/** Rows without a value come last either way; equal ones in the order they were made. */
function order({ sort }: Query, left: Place, right: Place): number {
	for (const [index, { descending }] of sort.entries()) {
		const [a, b] = [left.keys[index] ?? null, right.keys[index] ?? null];
		if (a === null || b === null) {
			if (a !== b) return a === null ? 1 : -1;
			continue;
		}
		const difference = compare(a, b);
		if (difference !== 0) return descending ? -difference : difference;
	}
	return left.sequence - right.sequence;
}

const hashOf = ({ identity }: Query): string =>
	createHash('sha1').update(identity).digest('base64url').slice(0, 12);

function write(query: Query, { keys, sequence }: Place): string {
	return Buffer.from(JSON.stringify([hashOf(query), keys, sequence])).toString('base64url');
}

/** A cursor is of use only to the query it came from. */
function read(query: Query, cursor: string): Place {
	const parsed = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
	const found = parsed.ok && Array.isArray(parsed.value) ? (parsed.value as unknown[]) : [];
	const [hash, keys, sequence] = found;
	if (hash !== hashOf(query) || !Array.isArray(keys) || typeof sequence !== 'number') {
		throw badField('.body.query.cursor', 'does not belong to this query', 'format');
	}
	return { keys, sequence };
}

/** The page of the older guide: rows in a bare array, up to 250. */
export function oldPage(call: ObjectCall, query: Query): unknown {
	return slice(call, query).rows.map((record) => showRow(call.world, record, query.selection));
}

export const OLD_LARGEST_PAGE = LARGEST_PAGE * 5;
