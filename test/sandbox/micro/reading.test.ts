import type { JsonObject } from '../json';
import { CONTACT, NOBODY, QUERY, TEAM, useLab } from './lab';
import { CONTACT_LIST_ID } from './objectTypes';

const lab = useLab();
const cities = (...names: string[]) => names.map((city) => lab.contact({ city }));
const idsOf = ({ data }: { data: { data: Array<{ id: string }> } }) =>
	data.data.map(({ id }) => id);

/** Ids of the contacts that pass a filter. */
async function passing(filter: unknown, more: JsonObject = {}): Promise<string[]> {
	return idsOf(await lab.query({ select: ['city'], filter, ...more }));
}

it('gives rows with properties, where records have default', async () => {
	const [id] = cities('Ulm');
	const { data } = await lab.query({ select: ['city', 'country'] });
	expect(data).toEqual({
		data: [{ id, properties: { city: 'Ulm', country: null } }],
		has_more: false,
		next_cursor: null,
	});
});

it('nests references by dot paths', async () => {
	const [company] = lab.micro.seedOrganizations(1);
	const [action] = lab.micro.seed('action', 1);
	const name = lab.micro.store.get('organization', company as string)?.['name'];
	lab.contact({ city: 'Ulm', company, actions: [action] });
	const { data } = await lab.query({ select: ['company.name', 'city', 'actions'] });
	expect(data.data[0]?.properties).toEqual({
		city: 'Ulm',
		company: { id: company, properties: { name } },
		actions: [{ id: action, properties: {} }],
	});
	expect((await lab.query({ select: ['city.name'] })).status).toBe(400);
});

it.each<[JsonObject, string]>([
	[{ select: ['city'], limit: 51 }, 'limit above 50'],
	[{ select: ['city'], limit: 0 }, 'limit 0'],
	[{ select: ['city'], limit: '5' }, 'limit as text'],
	[{}, 'no select'],
	[{ select: [] }, 'an empty select'],
	[{ select: ['nonsense'] }, 'an unknown slug in select'],
	[{ select: ['city'], filter: [{ nonsense: { '=': 'x' } }] }, 'an unknown slug in filter'],
	[{ select: ['city'], filter: [{ city: { like: 'x' } }] }, 'an unknown operator'],
	[{ select: ['city'], filter: [{ city: { between: ['a'] } }] }, 'half a range'],
	[{ select: ['city'], filter: { city: { '=': 'x' } } }, 'a filter that is no list'],
	[{ select: ['city'], sort: [{ city: 'up' }] }, 'an unknown direction'],
	[{ select: ['city'], combinator: 'XOR' }, 'an unknown combinator'],
	[{ select: ['city'], cursor: 'bm9uc2Vuc2U' }, 'a cursor of nobody'],
	[{ select: ['city'], list_id: NOBODY }, 'an unknown list'],
])('refuses %j: %s', async (query) => {
	const response = await lab.query(query);
	expect([response.status, response.data.error.code]).toEqual([400, 'invalid_request']);
});

it('refuses a body without query', async () => {
	expect((await lab.post(QUERY, {})).status).toBe(400);
});

it('pages by 25, says exactly whether there is more, and counts on request', async () => {
	const ids = lab.micro.seedContacts(50);
	const first = await lab.query({ select: ['city'] });
	expect(idsOf(first)).toEqual(ids.slice(0, 25));
	expect(first.data.has_more).toBe(true);
	expect(first.data).not.toHaveProperty('total');
	const cursor = first.data.next_cursor;
	const second = await lab.query({ select: ['city'] }, { cursor, include_total: true });
	expect(idsOf(second)).toEqual(ids.slice(25));
	expect(second.data).toMatchObject({ has_more: false, next_cursor: null, total: 50 });
	const page = await lab.query({ select: ['city'], limit: 20, page: 3 });
	expect(idsOf(page)).toEqual(ids.slice(40));
});

it('binds a cursor to its query, and prefers it over page and the sibling', async () => {
	const ids = cities('a', 'b', 'c');
	const query = { select: ['city'], limit: 1 };
	const { next_cursor: cursor } = (await lab.query(query)).data;
	expect((await lab.query({ ...query, select: ['title'], cursor })).status).toBe(400);
	const next = await lab.query({ ...query, cursor, page: 3 }, { cursor: 'nonsense' });
	expect(idsOf(next)).toEqual([ids[1]]);
});

it('keeps its place when rows before the cursor go away', async () => {
	const [a, b, c] = cities('a', 'b', 'c') as [string, string, string];
	const query = { select: ['city'], sort: [{ city: 'asc' }], limit: 2 };
	const first = await lab.query(query);
	expect(idsOf(first)).toEqual([a, b]);
	lab.micro.store.remove('contact', a);
	const next = await lab.query({ ...query, cursor: first.data.next_cursor });
	expect(idsOf(next)).toEqual([c]);
});

it('sorts by several slugs, with empty ones last', async () => {
	const [none, b2, a1, b1] = [
		lab.contact({}),
		lab.contact({ city: 'b', lead_score: 10 }),
		lab.contact({ city: 'a', lead_score: 5 }),
		lab.contact({ city: 'b', lead_score: 9 }),
	];
	const sort = [{ city: 'desc' }, { lead_score: 'asc' }];
	expect(idsOf(await lab.query({ select: ['city'], sort }))).toEqual([b1, b2, a1, none]);
});

it.each([
	[{ city: { '=': 'Ulm' } }, [0]],
	[{ city: { '!=': 'Ulm' } }, [1, 2]],
	[{ city: { contains: 'IN' } }, [1]],
	[{ city: { not_contains: 'in' } }, [0, 2]],
	[{ city: { begins_with: 'Li' } }, [1]],
	[{ city: { ends_with: 'lm' } }, [0]],
	[{ lead_score: { '>': '9' } }, [1]],
	[{ lead_score: { '<=': '9' } }, [0]],
	[{ lead_score: { between: ['9', '10'] } }, [0, 1]],
	[{ contract_start: { '>=': '2026-01-01' } }, [1]],
	[{ city: { exists: true } }, [0, 1]],
	[{ city: { not_exists: true } }, [2]],
	[{ city: { is_null: true } }, [2]],
	[{ city: { is_not_null: true } }, [0, 1]],
	[{ city: { in: ['Ulm', 'Bonn'] } }, [0]],
	[{ city: { not_in: ['Ulm'] } }, [1, 2]],
	[{ opted_in: { '=': true } }, [0]],
	[{ tags: { '=': 'vip' } }, [0]],
])('filters by %j', async (filter, expected) => {
	const ids = [
		lab.contact({
			city: 'Ulm',
			lead_score: 9,
			contract_start: '2025-12-31',
			opted_in: true,
			tags: ['partner', 'vip'],
		}),
		lab.contact({ city: 'Linz', lead_score: 10, contract_start: '2026-02-01' }),
		lab.contact({}),
	];
	expect(await passing([filter])).toEqual(expected.map((index) => ids[index]));
});

it('combines conditions with AND or OR, and takes options by UUID', async () => {
	const [a, b] = [lab.contact({ city: 'Ulm', tags: ['vip'] }), lab.contact({ city: 'Ulm' })];
	const vip = lab.micro.property('contact', 'tags')?.options[0]?.id as string;
	const filter = [{ city: { '=': 'Ulm' } }, { tags: { '=': vip } }];
	expect(await passing(filter)).toEqual([a]);
	expect(await passing(filter, { combinator: 'OR' })).toEqual([a, b]);
});

it('accepts an empty select by the switch emptySelect', async () => {
	const [id] = cities('Ulm');
	lab.micro.switches.emptySelect = 'accept';
	expect((await lab.query({ select: [] })).data.data).toEqual([{ id, properties: {} }]);
});

it('wants comparison values as strings, unless bareComparisons accepts numbers', async () => {
	const id = lab.contact({ lead_score: 9 });
	const call = () => lab.query({ select: ['city'], filter: [{ lead_score: { '>': 5 } }] });
	expect((await call()).status).toBe(400);
	lab.micro.switches.bareComparisons = 'accept';
	expect(idsOf(await call())).toEqual([id]);
});

it('refuses dot paths in filters, unless dotPathFilters accepts them', async () => {
	const [company] = lab.micro.seedOrganizations(1);
	lab.micro.store.put('organization', company as string, { city: 'Ulm' });
	const id = lab.contact({ company });
	const query = { select: ['city'], filter: [{ 'company.city': { '=': 'Ulm' } }] };
	expect((await lab.query(query)).status).toBe(400);
	lab.micro.switches.dotPathFilters = 'accept';
	expect(idsOf(await lab.query(query))).toEqual([id]);
});

it('hides deleted rows unless asked, and shows only them by the switch deletedFlag', async () => {
	const [here, gone] = cities('Ulm', 'Linz') as [string, string];
	lab.micro.store.remove('contact', gone);
	const query = { select: ['city'] };
	expect(idsOf(await lab.query(query))).toEqual([here]);
	expect(idsOf(await lab.query(query, { deleted: true }))).toEqual([here, gone]);
	lab.micro.switches.deletedFlag = 'only';
	expect(idsOf(await lab.query(query, { deleted: true }))).toEqual([gone]);
	expect(idsOf(await lab.get(`${CONTACT}?deleted=true`))).toEqual([gone]);
});

it('narrows a query by ids and by list', async () => {
	const [a] = cities('Ulm', 'Linz');
	const listed = lab.contact({ city: 'Bonn' }, { [CONTACT_LIST_ID]: { stage: 'new' } });
	expect(idsOf(await lab.query({ select: ['city'] }, { id: [a, NOBODY] }))).toEqual([a]);
	expect(idsOf(await lab.query({ select: ['city'] }, { id: a }))).toEqual([a]);
	const scoped = await lab.query({ select: ['stage'], list_id: CONTACT_LIST_ID });
	expect(scoped.data.data).toEqual([{ id: listed, properties: { stage: 'new' } }]);
	expect((await lab.query({ select: ['stage'] })).status).toBe(400);
});

it('lists with cursor, select, sort and equality filters', async () => {
	const [a, b] = [
		lab.contact({ city: 'Ulm', title: 'b' }),
		lab.contact({ city: 'Ulm', title: 'c' }),
	];
	cities('Linz');
	const path = `${CONTACT}?city=Ulm&select=title&sort=-title&limit=1&include_total=true`;
	const first = await lab.get(path);
	expect(first.data).toMatchObject({
		data: [{ id: b, properties: { title: 'c' } }],
		has_more: true,
		total: 2,
	});
	const next = await lab.get(`${path}&cursor=${first.data.next_cursor ?? ''}`);
	expect(idsOf(next)).toEqual([a]);
	expect((await lab.get(`${CONTACT}?nonsense=1`)).status).toBe(400);
	expect((await lab.get(`${CONTACT}?limit=x`)).status).toBe(400);
	expect((await lab.get(CONTACT)).data.data[0]?.properties).toHaveProperty('created_at');
});

it('refuses ?limit above 50, or cuts it down by the switch listLimitAbove50', async () => {
	lab.micro.seedContacts(60);
	const call = () => lab.get(`${CONTACT}?limit=60`);
	expect((await call()).status).toBe(400);
	lab.micro.switches.listLimitAbove50 = 'clamp';
	expect((await call()).data.data).toHaveLength(50);
});

it('counts without filters', async () => {
	cities('Ulm', 'Linz');
	expect((await lab.get(`${CONTACT}/count?city=Ulm`)).data).toEqual({ total: 2 });
});

it('serves the old query path by the switch oldQueryPath: a bare array, 250 rows', async () => {
	lab.micro.seedContacts(60);
	const path = TEAM.replace('/prism/', '/prism/query/') + '/contact';
	const call = (limit: number) => lab.post(path, { query: { select: ['city'], limit } });
	expect((await call(60)).status).toBe(400);
	lab.micro.switches.oldQueryPath = 'serve';
	expect((await call(250)).data).toHaveLength(60);
	expect((await call(251)).status).toBe(400);
	expect((await lab.get(path)).status).toBe(405);
});
