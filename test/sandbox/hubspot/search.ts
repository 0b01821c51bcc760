import { isJsonObject } from '../json';
import type { Answer } from '../vendor';
import { names, shownRecord } from './batchRead';
import { readBody } from './readBody';
import { invalid } from './refusal';
import { readFilters } from './searchFilters';
import type { StoredRecord, Values } from './store';
import type { ObjectCall } from './world';

const MOST_PER_PAGE = 200;
const CEILING = 10_000;
const LONGEST_QUERY = 3000;

interface Hit {
	record: StoredRecord;
	values: Values;
}

/** Search reads an index that lags behind the writes, so a fresh record can be missing. */
export function search(call: ObjectCall): Answer {
	const { store, switches } = call.world;
	const body = readBody(call.request, switches);
	const limit = body['limit'] ?? 10;
	if (typeof limit !== 'number' || limit < 1 || limit > MOST_PER_PAGE) {
		throw invalid(`limit must lie between 1 and ${MOST_PER_PAGE}`);
	}
	const after = Number(body['after'] ?? 0);
	if (!Number.isInteger(after) || after < 0) throw invalid('after is not an offset');
	if (after + limit > CEILING) throw invalid(`Search ends after ${CEILING} results`);
	const query = body['query'] ?? '';
	if (typeof query !== 'string' || query.length > LONGEST_QUERY) {
		throw invalid(`query takes ${LONGEST_QUERY} characters`);
	}
	const matches = readFilters(body['filterGroups'], call.type);
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const moment = call.now - switches.searchLagMs;

	const hits: Hit[] = [];
	for (const record of store.records(call.type)) {
		const values = store.seenAt(record, moment);
		if (values !== undefined && matches(values) && contains(values, words)) {
			hits.push({ record, values });
		}
	}
	hits.sort(order(body['sorts']));
	const wanted = names(body['properties']);
	const page = hits.slice(after, after + limit);
	const next = after + limit;
	return {
		status: 200,
		headers: {},
		body: {
			total: hits.length,
			results: page.map(({ record, values }) => shownRecord(call, record, wanted, [], values)),
			...(next < hits.length ? { paging: { next: { after: String(next) } } } : {}),
		},
	};
}

function contains(values: Values, words: string[]): boolean {
	if (words.length === 0) return true;
	const text = ['email', 'firstname', 'lastname', 'phone', 'company', 'name', 'domain', 'dealname']
		.map((name) => values[name] ?? '')
		.join(' ')
		.toLowerCase();
	return words.every((word) => text.includes(word));
}

/** One sort at most; without one, oldest first. */
function order(sorts: unknown): (a: Hit, b: Hit) => number {
	if (sorts !== undefined && !Array.isArray(sorts)) throw invalid('sorts must be a list');
	if ((sorts?.length ?? 0) > 1) throw invalid('Search takes one sort');
	const sort: unknown = sorts?.[0];
	const named = isJsonObject(sort) ? sort['propertyName'] : sort;
	const name = typeof named === 'string' ? named : 'hs_object_id';
	const sign = isJsonObject(sort) && sort['direction'] === 'DESCENDING' ? -1 : 1;
	return (a, b) => {
		const left = a.values[name] ?? '';
		const right = b.values[name] ?? '';
		const numbers = Number(left) - Number(right);
		if (!Number.isNaN(numbers)) return numbers * sign;
		return (left < right ? -1 : left > right ? 1 : 0) * sign;
	};
}
