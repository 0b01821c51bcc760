import type { Answer } from '../vendor';
import { collection, readPage, slice } from './collection';
import { holds, parseFilter } from './filter';
import type { ListResource } from './listResource';
import { allows } from './permission';
import { invalid, notFound } from './refusal';
import { entityTag, showList, showSummary } from './showList';
import { isoMicros } from './stamps';
import type { ListCall, ServiceCall } from './world';

/** The folder lists are put in unless somebody moves them: /SAS Content/Products/List Data. */
export const LIST_DATA_FOLDER = 'c0ffee00-0000-4000-8000-00000000f01d';

const MOST_OF_A_FOLDER = 1000;

const SORTABLE = ['name', 'label', 'state', 'createdBy', 'modifiedBy'] as const;

/** GET /listData/lists. https://developer.sas.com/rest-apis/listData/getLists */
export function readLists(call: ServiceCall): Answer {
	const { world, request, token } = call;
	const page = readPage(request);
	let lists = world.store.everyList().filter((list) => allows(token, list.access.readers));
	const filter = request.query.get('filter');
	if (filter !== null) {
		const conditions = parseFilter(filter, world.switches);
		const [first] = conditions;
		if (conditions.length > 1 || first?.member !== 'name' || first.fn === 'endsWith') {
			throw invalid('Lists are filtered by eq, startsWith or contains on name');
		}
		lists = lists.filter(({ definition }) => holds(first, definition.name));
	}
	return show(call, sort(lists, request.query.get('sortBy')), page);
}

/** GET /listData/folders/{id}/lists: all of them are in one folder here. */
export function readFolder(call: ServiceCall, folder: string): Answer {
	if (folder !== LIST_DATA_FOLDER) throw notFound('There is no such folder.');
	const page = readPage(call.request);
	const lists = call.world.store.everyList().slice(0, MOST_OF_A_FOLDER);
	return show(
		call,
		lists.filter((list) => allows(call.token, list.access.readers)),
		page,
	);
}

/** GET /listData/lists/{id}/revisions. */
export function readRevisions({ list, request }: ListCall): Answer {
	const page = readPage(request);
	const items = slice(list.revisions, page).map(({ createdAt, ...revision }) => ({
		...revision,
		listResourceId: list.id,
		creationTimeStamp: isoMicros(createdAt),
	}));
	return collection(request, 'revisions', 'application/json', page, list.revisions.length, items);
}

/** GET and HEAD /listData/lists/{id}/state. */
export function readState({ list, world }: ListCall): Answer {
	return {
		status: 200,
		headers: { 'content-type': 'text/plain;charset=UTF-8', ...entityTag(list, world) },
		body: list.definition.state,
	};
}

function show(
	{ request, world }: ServiceCall,
	lists: readonly ListResource[],
	page: ReturnType<typeof readPage>,
): Answer {
	const one = world.switches.listItems === 'full' ? showList : showSummary;
	const accept =
		world.switches.listItems === 'full'
			? 'application/vnd.sas.listdata.list'
			: 'application/vnd.sas.summary';
	return collection(request, 'lists', accept, page, lists.length, slice(lists, page).map(one));
}

/** `sortBy=name:descending,modifiedTimeStamp`; ascending unless it says otherwise. */
function sort(lists: ListResource[], sortBy: string | null): ListResource[] {
	if (sortBy === null) return lists;
	const order = sortBy.split(',').map((part) => {
		const [field = '', direction = 'ascending'] = part.split(':');
		if (direction !== 'ascending' && direction !== 'descending') {
			throw invalid(`Lists cannot be sorted ${direction}`);
		}
		return { read: reader(field.trim()), sign: direction === 'descending' ? -1 : 1 };
	});
	return lists.sort((a, b) => {
		for (const { read, sign } of order) {
			const [left, right] = [read(a), read(b)];
			if (left !== right) return left < right ? -sign : sign;
		}
		return 0;
	});
}

function reader(field: string): (list: ListResource) => string | number {
	if (field === 'creationTimeStamp') return ({ createdAt }) => createdAt;
	if (field === 'modifiedTimeStamp') return ({ modifiedAt }) => modifiedAt;
	if (field === 'createdBy' || field === 'modifiedBy') return (list) => list[field];
	const known = SORTABLE.find((name) => name === field);
	if (known === 'name' || known === 'label' || known === 'state') {
		return ({ definition }) => definition[known] ?? '';
	}
	throw invalid(`Lists cannot be sorted by ${field}`);
}
