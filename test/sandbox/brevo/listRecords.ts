import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { oneOf, wholeNumber } from './query';
import { invalid, Refusal } from './refusal';
import type { StoredRecord, View } from './shelf';
import type { BrevoSwitches } from './switches';
import type { ObjectCall } from './world';

/** A list read shows no more than this of each association. */
const MOST_SHOWN = 5;

/** https://developers.brevo.com/reference/custom-objects/getrecords */
export function listRecords({ world, request, type }: ObjectCall): Answer {
	const { query } = request;
	const { switches, store } = world;
	const limit = pageSize(need(query, 'limit'), switches);
	const page = need(query, 'page_num');
	const newestFirst = oneOf(query, 'sort', ['asc', 'desc'], 'desc') === 'desc';
	const withLinks = oneOf(query, 'association', ['true', 'false'], 'false') === 'true';
	if (!type.hasPrimaryAttribute) {
		throw new Refusal(424, 'bad_request', 'The primary attribute of this object was not found');
	}
	const records = store.shelf(type).seen(Date.now(), switches.readLagMs);
	if (switches.sortKey === 'updated') {
		records.sort((one, other) => Date.parse(one.updatedAt) - Date.parse(other.updatedAt));
	}
	const first = (page - 1) * limit;
	const count = records.length;
	const part = newestFirst
		? records.slice(Math.max(0, count - first - limit), Math.max(0, count - first)).reverse()
		: records.slice(first, first + limit);
	return {
		status: 200,
		headers: {},
		body: { count, records: part.map((record) => present(record, withLinks)) },
	};
}

function need(query: URLSearchParams, name: string): number {
	const value = wholeNumber(query, name, 1);
	if (value === undefined) throw invalid(`${name} is needed`, 'missing_parameter');
	return value;
}

function pageSize(limit: number, { maxPageSize, pageSizeAbove }: BrevoSwitches): number {
	const most = maxPageSize ?? Infinity;
	if (limit <= most) return limit;
	if (pageSizeAbove === 'clamp') return most;
	throw invalid(`limit: expected at most ${most}`, 'out_of_range');
}

function present(record: View, withLinks: boolean): JsonObject {
	const { id, extId, attributes, createdAt, updatedAt } = record;
	const associations = withLinks ? presentLinks(record.links) : undefined;
	return {
		identifiers: { id, ...(extId === undefined ? {} : { ext_id: extId }) },
		attributes,
		...(associations === undefined ? {} : { associations }),
		createdAt,
		updatedAt,
	};
}

/** Newest first, as the associated-records route orders them. */
function presentLinks(links: Set<StoredRecord> | undefined): JsonObject[] | undefined {
	if (links === undefined || links.size === 0) return undefined;
	const groups = new Map<string, JsonObject[]>();
	for (const { type, id } of [...links].reverse()) {
		const group = groups.get(type) ?? [];
		if (group.length < MOST_SHOWN) group.push({ identifiers: { id } });
		groups.set(type, group);
	}
	return [...groups].map(([object_type, records]) => ({ object_type, records }));
}
