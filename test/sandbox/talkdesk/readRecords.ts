import type { Answer } from '../vendor';
import { fieldError } from './fieldErrors';
import { pageOf } from './page';
import { fuzzy, listIn, orderIn, spanIn, textIn, type Order } from './queryParts';
import { showRecord, type StoredRecord } from './record';
import { badRequest } from './refusal';
import { findList, type ApiCall } from './world';

const SEARCHED: { [field: string]: (record: StoredRecord) => string } = {
	first_name: ({ data }) => data.first_name,
	last_name: ({ data }) => data.last_name,
	phone_number: ({ data }) => data.phone_numbers.map(({ phone_number }) => phone_number).join(' '),
};

/** GET /record-lists/{id}/records: https://docs.talkdesk.com/reference/get-a-list-of-records */
export function readRecords(call: ApiCall): Answer {
	const { world, request } = call;
	const list = findList(call);
	const { query } = request;
	const filters = filtersIn(call);
	const order = orderIn(query, ['updated_at', 'priority'], 'updated_at:desc');
	const phone = textIn(query, 'phone_number', 1, 20);
	const from =
		phone === undefined
			? list.records.values()
			: list.phones.get(phone).flatMap((id) => list.records.get(id) ?? []);
	const found = [...from].filter((record) => filters.every((fits) => fits(record)));
	found.sort((one, other) => compare(one, other, order));
	const url = world.url();
	return pageOf(call, found, {
		name: 'records',
		show: (record) => showRecord(record, url),
		...(world.switches.recordsCount === 'total' ? { count: found.length } : {}),
	});
}

/** GET /record-lists/{id}/records/timezones: those its records have. */
export function readTimezones(call: ApiCall): Answer {
	const list = findList(call);
	const search = textIn(call.request.query, 'search', 3, 35);
	const fits = search === undefined ? () => true : fuzzy(search);
	const zones = new Set([...list.records.values()].map(({ data }) => data.timezone));
	return pageOf(call, [...zones].filter(fits).sort(), {
		name: 'timezones',
		show: (zone) => zone,
	});
}

function filtersIn({ request, world }: ApiCall): Array<(record: StoredRecord) => boolean> {
	const { query } = request;
	const filters: Array<(record: StoredRecord) => boolean> = [];
	const upload = query.get('upload_request_id');
	if (upload !== null) filters.push(({ uploadRequestId }) => uploadRequestId === upload);
	const search = textIn(query, 'search', 3, 80);
	const fields = (listIn(query, 'search_fields') ?? Object.keys(SEARCHED)).map((field) => {
		const read = Object.hasOwn(SEARCHED, field) ? SEARCHED[field] : undefined;
		if (read === undefined) throw badRequest('search_fields', 'unsupported');
		return read;
	});
	if (search !== undefined) {
		const fits = fuzzy(search);
		filters.push((record) => fields.some((read) => fits(read(record))));
	}
	const priorities = listIn(query, 'priorities')?.map((text) => {
		const priority = text === '' ? NaN : Number(text);
		// 11 cannot be set, but records made by the API have it.
		if (priority === 11 || fieldError('priority', priority, world.switches) === undefined) {
			return priority;
		}
		throw badRequest('priorities', 'whole numbers');
	});
	if (priorities !== undefined) filters.push(({ data }) => priorities.includes(data.priority));
	const zones = listIn(query, 'timezones');
	if (zones !== undefined) filters.push(({ data }) => zones.includes(data.timezone));
	const updated = spanIn(query, 'updated_at');
	if (updated !== undefined) filters.push(({ updatedAt }) => updated(updatedAt));
	return filters;
}

function compare(one: StoredRecord, other: StoredRecord, order: readonly Order[]): number {
	for (const { field, direction } of order) {
		const difference =
			field === 'priority'
				? one.data.priority - other.data.priority
				: one.updatedAt - other.updatedAt || one.touched - other.touched;
		if (difference !== 0) return difference * direction;
	}
	return other.touched - one.touched;
}
