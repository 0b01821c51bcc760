import type { JsonObject } from '../json';
import { useSasLab } from './lab';
import { LIST_DATA_FOLDER } from './readLists';

const lab = useSasLab();
const LISTS = '/listData/lists';
const names = (response: { data: { items: Array<Record<string, unknown>> } }): unknown[] =>
	response.data.items.map(({ name }) => name);
const all = (query: string) => lab.get(`${LISTS}?${query}`);
const key = { name: 'id', dataType: 'string', position: 1, isKey: true, keyPosition: 1 };
const data = { name: 'size', dataType: 'number', position: 2, isKey: false, keyPosition: 0 };
const fresh = { name: 'fresh', state: 'developing', columns: [key, data] };
const LIST_TYPE = { 'content-type': 'application/vnd.sas.listdata.list+json' };

describe('GET lists', () => {
	it('pages, counts and links', async () => {
		const first = await all('limit=4');
		expect(first.data).toMatchObject({ version: 2, count: 9, start: 0, limit: 4 });
		expect(first.data.links.map(({ rel }) => rel)).toEqual(['self', 'next', 'last']);
		const next = await lab.get(first.data.links[1]?.uri as string);
		expect(names(next)).toHaveLength(4);
		expect(next.data.links.map(({ rel }) => rel)).toContain('prev');
		expect(new Set([...names(first), ...names(next)]).size).toBe(8);
		for (let index = 0; index < 12; index++) lab.plain({ name: `n${index}` });
		expect((await lab.get(LISTS)).data).toMatchObject({ limit: 20, count: 21 });
	});

	it('filters by name', async () => {
		expect(names(await all("filter=eq(name,'branch_limits')"))).toEqual(['branch_limits']);
		expect(names(await all("filter=startsWith(name,'bl')"))).toEqual(['blocked_cards']);
		expect((await all("filter=contains(name,'rates')")).data.count).toBe(2);
		lab.plain({ name: "Ana's list" });
		expect((await all("filter=eq(name,'Ana''s list')")).data.count).toBe(1);
		for (const filter of [
			"eq(label,'x')",
			"endsWith(name,'x')",
			"and(eq(name,'a'),eq(name,'b'))",
			'name',
		]) {
			expect((await all(`filter=${filter}`)).status).toBe(400);
		}
	});

	it('sorts', async () => {
		const sorted = names(await all('sortBy=name'));
		expect(sorted).toEqual([...sorted].sort());
		expect(names(await all('sortBy=name:descending'))).toEqual([...sorted].sort().reverse());
		const newest = await all('sortBy=creationTimeStamp:descending,name&limit=1');
		expect(newest.status).toBe(200);
		expect((await all('sortBy=createdBy,state,label,modifiedTimeStamp')).status).toBe(200);
		expect((await all('sortBy=columns')).status).toBe(400);
		expect((await all('sortBy=name:up')).status).toBe(400);
	});

	it.each([
		['summary', undefined],
		['full', expect.any(Array)],
	] as const)('shows by listItems %s', async (listItems, columns) => {
		lab.sas.switches.listItems = listItems;
		const { data: found } = await all("filter=eq(name,'loyalty_members')");
		expect(found.items[0]).toMatchObject({ id: lab.lists.simple, state: 'developing' });
		expect(found.items[0]?.['columns']).toEqual(columns);
	});

	it('hides what the token may not read, and knows the folder', async () => {
		lab.plain({ access: { readers: ['Auditors'] } });
		expect((await all('limit=100')).data.count).toBe(9);
		const folder = `/listData/folders/${LIST_DATA_FOLDER}/lists`;
		expect((await lab.get(`${folder}?limit=100`)).data.count).toBe(9);
		expect((await lab.get('/listData/folders/none/lists')).status).toBe(404);
	});
});

describe('one list', () => {
	it('has columns, and HEAD without a body', async () => {
		const { data: list } = await lab.get(`${LISTS}/${lab.lists.masked}`);
		expect(list.columns[0]).toEqual({
			name: 'cardNo',
			dataType: 'string',
			position: 1,
			isKey: true,
			keyPosition: 1,
			dataMask: expect.objectContaining({ name: 'lastFour' }),
		});
		expect(list.links.map(({ rel }) => rel)).toEqual(
			expect.arrayContaining(['up', 'self', 'state', 'contents', 'updateContents', 'delete']),
		);
		const head = await lab.http.head(`${LISTS}/${lab.lists.masked}`);
		expect([head.status, head.data]).toEqual([200, '']);
		expect((await lab.http.head(`${LISTS}/${lab.sas.store.uuid()}`)).status).toBe(404);
	});

	it('has revisions', async () => {
		const { data: revisions } = await lab.get(`${LISTS}/${lab.lists.conflicted}/revisions`);
		expect(revisions.items).toMatchObject([{ revision: 1 }, { revision: 2 }]);
		expect(revisions.items[0]?.['listResourceId']).toBe(lab.lists.conflicted);
	});
});

describe('POST lists', () => {
	it('makes a list that takes rows', async () => {
		const made = await lab.post(LISTS, fresh, LIST_TYPE);
		expect(made.status).toBe(201);
		expect(made.data).toMatchObject({ ...fresh, isImmutable: false, createdBy: 'sandbox' });
		expect((await lab.upsert(made.data.id, { id: 'a', size: 1 })).status).toBe(200);
		expect((await lab.post(LISTS, fresh, { 'content-type': 'text/plain' })).status).toBe(415);
	});

	it.each([
		['no name', { name: undefined }],
		['no state', { state: undefined }],
		['another state', { state: 'live' }],
		['no columns', { columns: [] }],
		['columns that are none', { columns: ['id'] }],
		['no key', { columns: [{ ...key, isKey: false, keyPosition: 0 }] }],
		['a position twice', { columns: [key, { ...data, position: 1 }] }],
		['a gap in the positions', { columns: [key, { ...data, position: 3 }] }],
		['no position', { columns: [key, { ...data, position: undefined }] }],
		['a key position on no key', { columns: [key, { ...data, keyPosition: 2 }] }],
		['a key without key position', { columns: [{ ...key, keyPosition: 0 }] }],
		['another type', { columns: [key, { ...data, dataType: 'boolean' }] }],
		['the same name twice', { columns: [key, { ...data, name: 'id' }] }],
		[
			'a mask that is no pattern',
			{ columns: [{ ...key, dataMask: { name: 'm', regex: '(', replace: '' } }] },
		],
		['a mask with half of it', { columns: [{ ...key, dataMask: { name: 'm', regex: '.' } }] }],
		['a label that is no text', { label: 5 }],
		['a flag that is none', { isImmutable: 'yes' }],
		['an expiry that is no number', { defaultExpiry: '1' }],
	])('refuses %s', async (_name, change) => {
		const response = await lab.post(LISTS, { ...fresh, ...change });
		expect(response.status).toBe(400);
		expect(response.data.details.length).toBeGreaterThan(2);
	});

	it('takes what all members may hold', async () => {
		const dataMask = { name: 'm', regex: '.', replace: '*' };
		const more = {
			label: 'L',
			description: 'D',
			hasExpiry: true,
			defaultExpiry: 60,
			duplicateKeysEnabled: true,
			columns: [data, { ...key, dataMask }],
		};
		const made = await lab.post(LISTS, { ...fresh, ...more });
		expect(made.data).toMatchObject({ ...more, columns: [{ name: 'id' }, { name: 'size' }] });
	});

	it.each([409, 400] as const)('with a taken name is %i by nameTaken', async (nameTaken) => {
		lab.sas.switches.nameTaken = nameTaken;
		expect((await lab.post(LISTS, { ...fresh, name: 'branch_limits' })).status).toBe(nameTaken);
		const renamed = await lab.put(`${LISTS}/${lab.plain()}`, { name: 'branch_limits' });
		expect(renamed.status).toBe(nameTaken);
	});
});

describe('PUT list', () => {
	const change = (list: string, body: JsonObject, at = '') =>
		lab.put(`${LISTS}/${list}${at}`, body, LIST_TYPE);

	it('changes what is sent and leaves the rest', async () => {
		const list = lab.plain();
		const response = await change(list, { label: 'New', columns: [key] });
		expect(response.status).toBe(200);
		expect(response.data).toMatchObject({ name: 'plain', label: 'New', columns: [key] });
		expect((await lab.upsert(list, { id: 'a' })).status).toBe(200);
		expect((await change(list, { state: 'live' })).status).toBe(400);
		expect((await change(list, { state: 'deployed' })).data.state).toBe('deployed');
	});

	it.each([400, 409] as const)('is %i for what contents have frozen', async (frozenChange) => {
		lab.sas.switches.frozenChange = frozenChange;
		const { simple, immutable } = lab.lists;
		for (const body of [{ name: 'x' }, { isImmutable: true }, { columns: [key] }]) {
			expect((await change(simple, body)).status).toBe(frozenChange);
		}
		expect((await change(simple, { label: 'x' })).status).toBe(200);
		expect((await change(immutable, { label: 'x' })).status).toBe(frozenChange);
		const whole = (await lab.get(`${LISTS}/${simple}`)).data as unknown as JsonObject;
		expect((await change(simple, whole)).status).toBe(200);
	});

	it('changes masks of loaded lists by privilegedEdit only', async () => {
		const { masked } = lab.lists;
		const columns = (await lab.get(`${LISTS}/${masked}`)).data.columns.map(
			({ dataMask: _mask, ...column }) => column,
		);
		expect((await change(masked, { columns })).status).toBe(400);
		expect((await change(masked, { columns }, '/privilegedEdit')).status).toBe(403);
		lab.sas.tokens.add({
			token: 'steward',
			who: 'otis',
			scope: ['AdvancedListUsers'],
			privilegedEdit: true,
		});
		const steward = { ...LIST_TYPE, authorization: 'Bearer steward' };
		const path = `${LISTS}/${masked}/privilegedEdit`;
		expect((await lab.put(path, { columns }, steward)).status).toBe(200);
		expect((await lab.put(path, { columns: [key] }, steward)).status).toBe(400);
		const { data: shown } = await lab.contents(masked);
		expect(shown.items[0]?.['cardNo']).toBe('5100000000000000');
	});
});

describe('state', () => {
	it('is read as text and set by the query', async () => {
		const path = `${LISTS}/${lab.lists.simple}/state`;
		const read = await lab.http.get<string>(path);
		expect([read.data, read.headers['content-type']]).toEqual([
			'developing',
			'text/plain;charset=UTF-8',
		]);
		const head = await lab.http.head(path);
		expect([head.status, head.data]).toEqual([200, '']);
		expect((await lab.put(`${path}?value=deployed`)).data.state).toBe('deployed');
		expect((await lab.put(`${path}?value=developing`)).status).toBe(200);
		expect((await lab.put(`${path}?value="deployed"`)).status).toBe(400);
		expect((await lab.put(path)).status).toBe(400);
	});
});

describe('DELETE', () => {
	it('is refused while deployed, and 204 otherwise, even for nothing', async () => {
		const { deployed } = lab.lists;
		const refused = await lab.http.delete(`${LISTS}/${deployed}`);
		expect([refused.status, refused.data.errorCode]).toEqual([409, 124_775]);
		await lab.put(`${LISTS}/${deployed}/state?value=developing`);
		expect((await lab.http.delete(`${LISTS}/${deployed}`)).status).toBe(204);
		expect((await lab.contents(deployed)).status).toBe(404);
		expect((await lab.http.delete(`${LISTS}/${deployed}`)).status).toBe(204);
	});
});
