import { COLLECTION, useSasLab } from './lab';
import { moveClock, stopClock } from '../testClock';

const lab = useSasLab();
const row = (id: string, text = 'a', size = 1) => ({ id, text, size });
const store = () => lab.sas.store;

describe('upsert', () => {
	it('inserts whole rows and updates only the columns sent', async () => {
		const list = lab.plain();
		store().put(list, row('C1', 'old', 100));
		const response = await lab.upsert(list, { id: 'C1', size: 250 }, row('C2', 'new', 10));
		expect(response.status).toBe(200);
		expect(store().get(list, 'C1')).toEqual(row('C1', 'old', 250));
		expect(store().get(list, 'C2')).toEqual(row('C2', 'new', 10));
		expect(store().writes).toEqual([
			{
				listId: list,
				operation: 'update',
				key: 'C1',
				row: row('C1', 'old', 250),
				callIndex: 0,
				position: 0,
			},
			{
				listId: list,
				operation: 'insert',
				key: 'C2',
				row: row('C2', 'new', 10),
				callIndex: 0,
				position: 1,
			},
		]);
	});

	it('answers with the definition: a later stamp, the user, and no rows', async () => {
		stopClock();
		const list = lab.plain();
		const first = await lab.upsert(list, row('1'));
		const second = await lab.upsert(list, row('1'));
		expect(second.data).toMatchObject({
			id: list,
			version: 1,
			name: 'plain',
			state: 'developing',
			duplicateKeysEnabled: false,
			modifiedBy: 'sandbox',
			columns: [
				{ name: 'id', dataType: 'string', position: 1, isKey: true, keyPosition: 1 },
				{ name: 'text', dataType: 'string', position: 2, isKey: false, keyPosition: 0 },
				{ name: 'size', dataType: 'number', position: 3, isKey: false, keyPosition: 0 },
			],
		});
		expect(second.data.items).toBeUndefined();
		expect(second.data.count).toBeUndefined();
		const moments = [first, second].map(({ data }) => data.modifiedTimeStamp);
		expect(moments[0]).toMatch(/^2026-01-05T10:00:00(\.\d{3,9})?Z$/);
		expect((moments[1] as string) > (moments[0] as string)).toBe(true);
		expect(second.headers['content-type']).toContain('application/vnd.sas.listdata.list+json');
	});

	it('takes a missing op for upsert, and none but the two', async () => {
		const list = lab.plain();
		const body = JSON.stringify({ items: [row('1')] });
		expect((await lab.raw(list, body)).status).toBe(200);
		expect((await lab.raw(list, body, '?op=merge')).status).toBe(400);
		expect((await lab.raw(list, body, '?op=')).status).toBe(400);
		expect(store().count(list)).toBe(1);
	});

	it('keys a composite list by all its keys together', async () => {
		const { composite } = lab.lists;
		store().put(composite, { country: 'IT', branch: 1, dailyLimit: 5, manager: 'm' });
		const one = await lab.upsert(
			composite,
			{ country: 'IT', branch: 1, dailyLimit: 9 },
			{ country: 'IT', branch: 2, dailyLimit: 7, manager: 'n' },
		);
		expect(one.status).toBe(200);
		expect(store().get(composite, ['IT', 1])).toMatchObject({ dailyLimit: 9, manager: 'm' });
		expect(store().get(composite, ['IT', 2])).toMatchObject({ dailyLimit: 7 });
		expect(store().writes.map(({ key }) => key)).toEqual(['["IT",1]', '["IT",2]']);
		expect((await lab.upsert(composite, { country: 'IT', dailyLimit: 1 })).status).toBe(400);
	});

	it('lets a later row of the same request win, even a partial one after its insert', async () => {
		const list = lab.plain();
		expect((await lab.upsert(list, row('1', 'a', 1), { id: '1', size: 2 })).status).toBe(200);
		expect(store().get(list, '1')).toEqual(row('1', 'a', 2));
	});

	it('refuses repeated keys by the switch repeatedKeys', async () => {
		lab.sas.switches.repeatedKeys = 'refuse';
		const list = lab.plain();
		expect((await lab.upsert(list, row('1'), row('1'))).status).toBe(400);
		expect((await lab.upsert(list, row('1'), row('2'))).status).toBe(200);
	});
});

describe('all or nothing', () => {
	it('names every violation, changes nothing', async () => {
		const list = lab.plain();
		store().put(list, row('C1', 'x', 100));
		const response = await lab.upsert(
			list,
			{ id: 'C1', size: 300 },
			{ id: 'C9', size: 'many' },
			{ id: null, text: 1, size: 1, colour: 'red' },
			'row',
		);
		expect(response.status).toBe(400);
		expect(response.headers['content-type']).toMatch(
			/^application\/vnd\.sas\.error\+json;version=2/,
		);
		expect(response.data).toMatchObject({
			version: 2,
			httpStatusCode: 400,
			errorCode: 990_001,
			message: expect.any(String),
			links: [],
		});
		expect(response.data.details).toEqual([
			"Record 2: Column 'size': requires a number.",
			"Record 2: Column 'text': value missing for column.",
			"Record 3: Column 'id': is a key and must not be null.",
			"Record 3: Column 'text': requires text.",
			"Record 3: Column 'colour': does not exist.",
			'Record 4: The record is not an object.',
			`path: /listData/lists/${list}/contents`,
			expect.stringMatching(/^correlator: [0-9a-f-]{36}$/),
		]);
		expect(store().get(list, 'C1')).toEqual(row('C1', 'x', 100));
		expect(store().writes).toEqual([]);
	});

	it.each([
		['allOrNothing', 400, []],
		['upToFirstBad', 400, ['1']],
		['skipBad', 200, ['1', '3']],
	] as const)('with atomicity %s answers %i and writes %j', async (atomicity, status, written) => {
		lab.sas.switches.atomicity = atomicity;
		const list = lab.plain();
		const response = await lab.upsert(list, row('1'), { id: '2' }, row('3'));
		expect(response.status).toBe(status);
		expect(store().writes.map(({ key }) => key)).toEqual(written);
	});

	it.each([
		[
			'record',
			["Record 2: Column 'text': requires text.", "Record 3: Column 'text': requires text."],
		],
		['column', ["Column 'text': requires text."]],
		['none', []],
	] as const)('says which in the details by refusalDetail %s', async (refusalDetail, details) => {
		lab.sas.switches.refusalDetail = refusalDetail;
		const bad = { id: '1', text: 5, size: 1 };
		const response = await lab.upsert(lab.plain(), row('0'), bad, { ...bad, id: '2' });
		expect(response.data.details.slice(0, -2)).toEqual(details);
	});
});

describe('duplicate keys', () => {
	const twin = { phone: '1', reason: 'r', score: 5 };

	it('always appends, and needs all columns for it', async () => {
		const { duplicates } = lab.lists;
		expect((await lab.upsert(duplicates, twin, twin)).status).toBe(200);
		expect((await lab.upsert(duplicates, twin)).status).toBe(200);
		expect(store().rowsOf(duplicates, '1')).toEqual([twin, twin, twin]);
		expect((await lab.upsert(duplicates, { phone: '1', score: 6 })).status).toBe(400);
	});

	it.each([
		['all', 0],
		['one', 1],
	] as const)('deletes equal rows by equalRowsOnDelete %s', async (equalRowsOnDelete, left) => {
		lab.sas.switches.equalRowsOnDelete = equalRowsOnDelete;
		const { duplicates } = lab.lists;
		await lab.upsert(duplicates, twin, twin, { ...twin, score: 6 });
		expect((await lab.remove(duplicates, { phone: '1' })).status).toBe(400);
		expect((await lab.remove(duplicates, twin)).status).toBe(200);
		expect(store().rowsOf(duplicates, '1')).toHaveLength(left + 1);
	});
});

describe('delete', () => {
	it('takes keys, logs the row that is gone', async () => {
		const list = lab.plain();
		store().put(list, row('1', 'bye', 2));
		expect((await lab.remove(list, { id: '1' })).status).toBe(200);
		expect(store().count(list)).toBe(0);
		expect(store().writes).toMatchObject([{ operation: 'delete', row: row('1', 'bye', 2) }]);
		expect((await lab.remove(list, {})).status).toBe(400);
	});

	it.each([
		['ignore', 200],
		['refuse', 400],
	] as const)('of what is not there, by deleteUnknown %s: %i', async (deleteUnknown, status) => {
		lab.sas.switches.deleteUnknown = deleteUnknown;
		const full = { phone: 'x', reason: 'x', score: 1 };
		expect((await lab.remove(lab.plain(), { id: 'x' })).status).toBe(status);
		expect((await lab.remove(lab.lists.duplicates, full)).status).toBe(status);
		expect(store().writes).toEqual([]);
	});

	it.each([
		['refuse', 400],
		['ignore', 200],
	] as const)('with data columns, by dataColumnsInDelete %s: %i', async (setting, status) => {
		lab.sas.switches.dataColumnsInDelete = setting;
		const list = lab.plain();
		store().put(list, row('1'));
		expect((await lab.remove(list, row('1'))).status).toBe(status);
		expect((await lab.remove(list, { id: '1', nonsense: 1 })).status).toBe(400);
	});
});

describe('conflicts', () => {
	const rate = { currency: 'X000001', rate: 2 };

	it('writes to a deployed list whose newest revision is deployed', async () => {
		expect((await lab.upsert(lab.lists.deployed, rate)).status).toBe(200);
		lab.sas.addRevision(lab.lists.deployed);
		expect((await lab.upsert(lab.lists.deployed, rate)).status).toBe(409);
	});

	it.each([409, 400] as const)('answers %i by revisionConflict', async (revisionConflict) => {
		lab.sas.switches.revisionConflict = revisionConflict;
		const { conflicted } = lab.lists;
		expect((await lab.upsert(conflicted, rate)).status).toBe(revisionConflict);
		expect((await lab.remove(conflicted, { currency: 'X000001' })).status).toBe(revisionConflict);
		expect(store().writes).toEqual([]);
		await lab.put(`/listData/lists/${conflicted}/state?value=deployed`);
		expect((await lab.upsert(conflicted, rate)).status).toBe(200);
	});

	it.each([
		['withoutRevisions', 'pass', 200],
		['withoutRevisions', 'refuse', 409],
	] as const)('%s %s gives a list without revisions %i', async (_name, setting, status) => {
		lab.sas.switches.withoutRevisions = setting;
		expect((await lab.upsert(lab.plain(), row('1'))).status).toBe(status);
	});

	it.each([
		['allow', 200],
		['refuse', 409],
	] as const)('deployedWrite %s gives a deployed list %i', async (deployedWrite, status) => {
		lab.sas.switches.deployedWrite = deployedWrite;
		expect((await lab.upsert(lab.lists.deployed, rate)).status).toBe(status);
		expect((await lab.upsert(lab.plain(), row('1'))).status).toBe(200);
	});

	it.each([409, 400] as const)('loads an immutable list once, then %i', async (immutableWrite) => {
		lab.sas.switches.immutableWrite = immutableWrite;
		const { unloaded, immutable } = lab.lists;
		const balance = { account: 'A', balance: 1 };
		expect((await lab.upsert(unloaded, balance)).status).toBe(200);
		expect((await lab.upsert(unloaded, balance)).status).toBe(immutableWrite);
		expect((await lab.remove(immutable, { account: 'A-000001' })).status).toBe(immutableWrite);
	});

	it.each([
		[409, 409],
		['allow', 200],
	] as const)('while a job runs, by writeDuringJob %s: %i', async (writeDuringJob, status) => {
		stopClock();
		lab.sas.switches.writeDuringJob = writeDuringJob;
		await lab.post(`/listData/lists/${lab.lists.empty}/purgeJobs`);
		const member = { ...store().all(lab.lists.simple)[0] };
		expect((await lab.upsert(lab.lists.empty, member)).status).toBe(status);
		moveClock(2000);
		expect((await lab.upsert(lab.lists.empty, member)).status).toBe(200);
	});
});

describe('order of checks', () => {
	it('goes 401, 403, 404, 409, 400', async () => {
		const { conflicted } = lab.lists;
		const put = (list: string, token: string) =>
			lab.put(
				`/listData/lists/${list}/contents?op=x`,
				{ items: [] },
				{ ...COLLECTION, authorization: `Bearer ${token}` },
			);
		const good = 'sas-sandbox-bearer-token';
		lab.sas.tokens.add({ token: 'outside', who: 'o', scope: ['uaa.none'] });
		const nowhere = store().uuid();
		expect((await put(nowhere, 'nobody')).status).toBe(401);
		expect((await put(nowhere, 'outside')).status).toBe(403);
		expect((await put(nowhere, good)).status).toBe(404);
		expect((await put(conflicted, good)).status).toBe(409);
		lab.sas.switches.checkOrder = 'validityFirst';
		expect((await put(conflicted, good)).status).toBe(400);
		expect((await lab.upsert(conflicted, { currency: 'X', rate: 1 })).status).toBe(409);
		expect((await lab.upsert(lab.plain(), row('1'))).status).toBe(200);
		expect(store().writes).toHaveLength(1);
	});

	it('knows readers and writers of a single list', async () => {
		const secret = lab.plain({ access: { readers: ['Auditors'] } });
		const readable = lab.plain({ name: 'readable', access: { writers: ['Auditors'] } });
		expect((await lab.contents(secret)).status).toBe(403);
		expect((await lab.contents(readable)).status).toBe(200);
		expect((await lab.upsert(readable, row('1'))).status).toBe(403);
		expect((await lab.http.delete(`/listData/lists/${readable}`)).status).toBe(403);
	});

	it.each(['', '/contents', '/state', '/revisions', '/importJobs', '/purgeJobs/1'])(
		'answers 404 for an unknown list at %j',
		async (tail) => {
			const response = await lab.get(`/listData/lists/${store().uuid()}${tail}`);
			expect(response.status).toBe(404);
			expect(response.data.errorCode).toBe(990_404);
		},
	);

	it.each([404, 400] as const)('answers %i for an id that is no uuid', async (malformedListId) => {
		lab.sas.switches.malformedListId = malformedListId;
		expect((await lab.upsert('plain', row('1'))).status).toBe(malformedListId);
	});
});
