import type { Answer } from '../vendor';
import { names, shownRecord } from './batchRead';
import { invalid } from './refusal';
import type { ObjectCall } from './world';

const USUAL_PAGE = 10;
const MOST_PER_PAGE = 100;

/** Records in the order of their ids; `after` is the id of the last one shown. */
export function listRecords(call: ObjectCall): Answer {
	const { query } = call.request;
	const limit = Number(query.get('limit') ?? USUAL_PAGE);
	if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PER_PAGE) {
		throw invalid(`limit must lie between 1 and ${MOST_PER_PAGE}`);
	}
	const after = query.get('after') ?? '0';
	if (!/^\d+$/.test(after)) throw invalid('after is no cursor of this list');
	const archived = query.get('archived') === 'true';
	const wanted = query.getAll('properties').flatMap(names);
	const rest = [...call.world.store.records(call.type)]
		.filter((record) => record.archived === archived && BigInt(record.id) > BigInt(after))
		.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
	const page = rest.slice(0, limit);
	const last = page.at(-1)?.id;
	return {
		status: 200,
		headers: {},
		body: {
			results: page.map((record) => shownRecord(call, record, wanted, [])),
			...(rest.length > page.length && last ? { paging: { next: { after: last } } } : {}),
		},
	};
}
