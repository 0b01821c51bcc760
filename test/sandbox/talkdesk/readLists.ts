import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { hal } from './bulkEnvelope';
import { pageOf } from './page';
import { fuzzy, orderIn, spanIn, textIn } from './queryParts';
import { timestamp } from './record';
import { LIST_STATUSES, type RecordList } from './recordList';
import { badRequest } from './refusal';
import { findList, type ApiCall } from './world';

const SORTED: {
	[field: string]: (one: RecordList, other: RecordList) => number;
} = {
	name: (one, other) => one.name.localeCompare(other.name),
	created_at: (one, other) => one.createdAt - other.createdAt,
	updated_at: (one, other) => one.updatedAt - other.updatedAt,
	records_count: (one, other) => one.records.size - other.records.size,
};

/** GET /record-lists: https://docs.talkdesk.com/reference/record-lists */
export function readLists(call: ApiCall): Answer {
	const { query } = call.request;
	const filters = filtersIn(call);
	const order = orderIn(query, Object.keys(SORTED), 'created_at:desc');
	const lists = call.world.store.allLists().filter((list) => filters.every((fits) => fits(list)));
	// Newest first when all else is equal.
	lists.reverse().sort((one, other) => {
		for (const { field, direction } of order) {
			const difference = SORTED[field]?.(one, other) ?? 0;
			if (difference !== 0) return difference * direction;
		}
		return 0;
	});
	return pageOf(call, lists, { name: 'record_lists', show: (list) => showList(call, list) });
}

/** GET /record-lists/{id} */
export function readList(call: ApiCall): Answer {
	return hal(200, showList(call, findList(call)));
}

/** GET /record-lists/{id}/teams */
export function readListTeams(call: ApiCall): Answer {
	return hal(200, { _embedded: { teams: teamsOf(call, findList(call)) } });
}

export function showList(call: ApiCall, list: RecordList): JsonObject {
	const { world, request, now } = call;
	const href = `${world.url()}/record-lists/${list.id}`;
	const status = list.status(now, world.limits.validationMs);
	return {
		id: list.id,
		name: list.name,
		unique_identifier_type: list.uniqueIdentifierType,
		status: world.switches.listStatusCase === 'lower' ? status.toLowerCase() : status,
		records_count: list.records.size,
		created_at: timestamp(list.createdAt),
		updated_at: timestamp(list.updatedAt),
		campaigns: world.campaigns.filter(({ id }) => list.campaignIds.has(id)),
		...(request.query.get('fields') === 'TEAMS' ? { teams: teamsOf(call, list) } : {}),
		_links: { self: { href }, records: { href: `${href}/records` } },
	};
}

function teamsOf({ world }: ApiCall, list: RecordList) {
	return world.teams.filter(({ id }) => list.teamIds.has(id));
}

function filtersIn({ request, world, now }: ApiCall): Array<(list: RecordList) => boolean> {
	const { query } = request;
	const filters: Array<(list: RecordList) => boolean> = [];
	const name = textIn(query, 'name', 1, 35);
	if (name !== undefined) {
		const fits = fuzzy(name);
		filters.push((list) => fits(list.name));
	}
	const status = query.get('status')?.toUpperCase();
	if (status !== undefined) {
		const known = LIST_STATUSES.find((one) => one === status);
		if (known === undefined) throw badRequest('status', 'unknown');
		filters.push((list) => list.status(now, world.limits.validationMs) === known);
	}
	const teamId = query.get('team_id');
	const teamIds = query.getAll('team_ids[]');
	if (teamId !== null && teamIds.length > 0) throw badRequest('team_id', 'not with team_ids[]');
	const teams = teamId === null ? teamIds : [teamId];
	if (teams.length > 0) {
		const none = query.get('include_none_team') === 'true';
		filters.push(
			(list) => teams.some((id) => list.teamIds.has(id)) || (none && list.teamIds.size === 0),
		);
	}
	const campaigns = query.getAll('campaign_ids[]');
	if (campaigns.length > 0) {
		filters.push((list) => campaigns.some((id) => list.campaignIds.has(id)));
	}
	const created = spanIn(query, 'created_at');
	if (created !== undefined) filters.push((list) => created(list.createdAt));
	const updated = spanIn(query, 'updated_at');
	if (updated !== undefined) filters.push((list) => updated(list.updatedAt));
	return filters;
}
