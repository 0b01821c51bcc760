import type { SasCall } from './describeContents';
import { COLLECTION, useSasLab } from './lab';

const lab = useSasLab();
const row = { id: '1', text: 'a', size: 1 };
const PLAIN_JSON = { 'content-type': 'application/json' };
const put = (list: string, headers: Record<string, string>) =>
	lab.put(`/listData/lists/${list}/contents`, JSON.stringify({ items: [row] }), headers);

describe('media types', () => {
	it.each([
		'application/vnd.sas.collection+json',
		'application/vnd.sas.collection+json;version=2',
		'application/json; charset=utf-8',
	])('takes contents as %s', async (type) => {
		expect((await put(lab.plain(), { 'content-type': type })).status).toBe(200);
	});

	it.each([415, 400, 'ignore'] as const)('meets others by wrongMediaType %s', async (setting) => {
		lab.sas.switches.wrongMediaType = setting;
		const status = setting === 'ignore' ? 200 : setting;
		const response = await put(lab.plain(), { 'content-type': 'text/plain' });
		expect(response.status).toBe(status);
		const foreign = { 'content-type': 'application/vnd.sas.listdata.list+json' };
		expect((await put(lab.plain({ name: 'other' }), foreign)).status).toBe(status);
	});

	it.each([406, 'ignore'] as const)('meets Accept without JSON by wrongAccept %s', async (to) => {
		lab.sas.switches.wrongAccept = to;
		const status = to === 'ignore' ? 200 : to;
		const path = `/listData/lists/${lab.lists.simple}`;
		expect((await lab.get(path, { accept: 'text/html' })).status).toBe(status);
		expect((await lab.get(path, { accept: 'application/json' })).status).toBe(200);
		expect((await lab.get(path, { accept: '*/*' })).status).toBe(200);
		expect((await lab.get(`${path}/state`, { accept: 'text/plain' })).status).toBe(200);
	});

	it('declares every JSON answer as a SAS type', async () => {
		const { simple } = lab.lists;
		const type = async (path: string) => (await lab.get(path)).headers['content-type'] as string;
		expect(await type('/listData/lists')).toContain('vnd.sas.collection+json;version=2');
		expect(await type(`/listData/lists/${simple}`)).toContain('vnd.sas.listdata.list+json');
		expect(await type(`/listData/lists/${simple}/contents`)).toContain('vnd.sas.collection+json');
		expect(await type('/listData/nowhere')).toContain('vnd.sas.error+json;version=2');
	});
});

describe('entity tags', () => {
	it('come with lists, unless entityTags is off', async () => {
		const path = `/listData/lists/${lab.lists.simple}`;
		const { headers } = await lab.get(path);
		expect(headers['etag']).toMatch(/^"\w+"$/);
		expect(headers['last-modified']).toMatch(/GMT$/);
		lab.sas.switches.entityTags = false;
		expect((await lab.get(path)).headers['etag']).toBeUndefined();
	});

	it.each(['ignore', 412] as const)('are compared by staleIfMatch %s', async (staleIfMatch) => {
		lab.sas.switches.staleIfMatch = staleIfMatch;
		const list = lab.plain();
		const tag = (await lab.get(`/listData/lists/${list}`)).headers['etag'] as string;
		const stale = await put(list, { ...COLLECTION, 'if-match': '"old"' });
		expect(stale.status).toBe(staleIfMatch === 412 ? 412 : 200);
		expect((await put(list, { ...COLLECTION, 'if-match': '*' })).status).toBe(200);
		const fresh = (await lab.get(`/listData/lists/${list}`)).headers['etag'] as string;
		expect(fresh).not.toBe(tag);
		expect((await put(list, { ...COLLECTION, 'if-match': fresh })).status).toBe(200);
	});
});

describe('places and methods', () => {
	it('are 404 and 405 when unknown, and a page outside the service', async () => {
		const { simple } = lab.lists;
		expect((await lab.get('/listData/lists/x/y/z')).status).toBe(404);
		expect((await lab.get('/listData/lists/%')).status).toBe(400);
		const patched = await lab.http.patch(`/listData/lists/${simple}/contents`, {});
		expect([patched.status, patched.headers['allow']]).toEqual([405, 'GET, HEAD, PUT']);
		const outside = await lab.get('/elsewhere');
		expect([outside.status, outside.headers['content-type']]).toEqual([
			404,
			'text/html; charset=utf-8',
		]);
	});

	it('are 404 when no endpoint is below the list', async () => {
		expect((await lab.get(`/listData/lists/${lab.lists.simple}/other`)).status).toBe(404);
		expect((await lab.get('/listData/folders')).status).toBe(404);
	});

	it.each(['contents/expiry', 'contents/state', 'revisions/contents', 'details'])(
		'are 501 when the sandbox lacks them: %s',
		async (tail) => {
			const response = await lab.get(`/listData/lists/${lab.lists.simple}/${tail}`);
			expect(response.status).toBe(501);
			expect(response.data.message).toContain('sandbox');
		},
	);
});

describe('the call log', () => {
	it('has op, number of rows, keys, Accept and Content-Type', async () => {
		await lab.upsert(lab.plain(), row, { ...row, id: '2' });
		await lab.remove(lab.lists.composite, { country: 'DE', branch: 5 });
		const [first, second] = lab.calls.to('/contents') as SasCall[];
		expect(first).toMatchObject({
			vendor: 'sas',
			method: 'PUT',
			query: 'op=upsert',
			op: 'upsert',
			records: 2,
			recordIds: ['1', '2'],
			contentType: 'application/vnd.sas.collection+json',
			accept: expect.stringContaining('application/json'),
			status: 200,
		});
		expect(second).toMatchObject({ op: 'delete', records: 1, recordIds: ['["DE",5]'] });
	});

	it('leaves the keys out when asked, and copes with any body', async () => {
		lab.calls.keepIds = false;
		const list = lab.plain();
		await lab.upsert(list, row);
		await lab.raw(list, '{"items":');
		await lab.raw(list, '{"items":5}');
		expect(lab.calls.map(({ records }) => records)).toEqual([1, 0, 0]);
		expect(lab.calls[0]?.recordIds).toBeUndefined();
		lab.calls.keepIds = true;
		await lab.raw(list, '{"items":[7,{}]}');
		expect(lab.calls[3]).toMatchObject({ records: 2, status: 400 });
	});

	it('lets the write log be switched off', async () => {
		lab.sas.store.keepWrites = false;
		expect((await lab.upsert(lab.plain(), row)).status).toBe(200);
		expect(lab.sas.store.writes).toEqual([]);
	});

	it('sends plain JSON as well', async () => {
		expect((await put(lab.plain(), PLAIN_JSON)).status).toBe(200);
	});
});
