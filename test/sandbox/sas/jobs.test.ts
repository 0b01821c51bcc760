import { moveClock, stopClock } from '../testClock';
import { useSasLab, type Response } from './lab';

const lab = useSasLab();
const CSV = 'id,text,size\n1,a,1\n2,"b, c",2.5\n';

interface Upload {
	csv?: string;
	field?: string;
	delimiter?: string | undefined;
	file?: string;
}

function upload(list: string, given: Upload = {}): Promise<Response> {
	const { csv = CSV, field = 'delimeter', file = 'dataFile' } = given;
	const delimiter = 'delimiter' in given ? given.delimiter : ',';
	const form = new FormData();
	form.append(file, new Blob([csv], { type: 'text/csv' }), 'rows.csv');
	if (delimiter !== undefined) form.append(field, delimiter);
	return lab.post(`/listData/lists/${list}/importJobs`, form);
}

const jobOf = (list: string, id: string, kind = 'import') =>
	lab.get(`/listData/lists/${list}/${kind}Jobs/${id}`);
const purge = (list: string) => lab.post(`/listData/lists/${list}/purgeJobs`);

beforeEach(() => {
	stopClock();
});

describe('import', () => {
	it('runs for a while, then its rows are there', async () => {
		const list = lab.plain();
		const started = await upload(list);
		expect(started.status).toBe(202);
		expect(started.headers['content-type']).toContain('vnd.sas.listdata.importjob+json');
		expect(started.data).toMatchObject({
			version: 1,
			state: 'running',
			fileName: 'rows.csv',
			sha256Sum: expect.stringMatching(/^[0-9a-f]{64}$/),
			listId: list,
			results: {},
			totalErrors: 0,
			errors: [],
		});
		expect(lab.calls[0]).toMatchObject({ records: 2 });
		moveClock(1999);
		expect((await jobOf(list, started.data.id)).data.state).toBe('running');
		expect(lab.sas.store.count(list)).toBe(0);
		moveClock(1);
		expect(lab.sas.store.all(list)).toEqual([
			{ id: '1', text: 'a', size: 1 },
			{ id: '2', text: 'b, c', size: 2.5 },
		]);
		const over = await jobOf(list, started.data.id);
		expect(over.data).toMatchObject({ state: 'completed', results: { recordCount: 2 } });
		expect(over.data['completedTimeStamp']).toBe('2026-01-05T10:00:02Z');
		expect(lab.sas.store.writes).toMatchObject([
			{ operation: 'insert', key: '1', callIndex: 0, position: 0 },
			{ operation: 'insert', key: '2', callIndex: 0, position: 1 },
		]);
		const jobs = await lab.get(`/listData/lists/${list}/importJobs`);
		expect(jobs.data).toMatchObject({ count: 1, items: [{ state: 'completed' }] });
		expect((await jobOf(list, 'other')).status).toBe(404);
		expect((await lab.get(`/listData/lists/${list}/importJobs?sortBy=state`)).status).toBe(501);
	});

	it.each([
		['another header name', 'id,Text,size\n1,a,1\n'],
		['columns in another order', 'text,id,size\na,1,1\n'],
		['a missing column', 'id,text\n1,a\n'],
		['a blank key', 'id,text,size\n1,a,1\n,b,2\n'],
		['a blank number', 'id,text,size\n1,a,\n'],
		['text for a number', 'id,text,size\n1,a,one\n'],
		['a short line', 'id,text,size\n1,a\n'],
		['an open quote', 'id,text,size\n1,"a,1\n'],
		['nothing', ''],
	])('with %s fails and loads nothing', async (_name, csv) => {
		const list = lab.plain();
		const { data } = await upload(list, { csv });
		moveClock(2000);
		const over = await jobOf(list, data.id);
		expect(over.data).toMatchObject({ state: 'failed', totalErrors: 1, results: {} });
		expect(over.data.errors[0]?.message).toEqual(expect.any(String));
		expect(lab.sas.store.count(list)).toBe(0);
	});

	it('takes blank text, and stops at the error threshold', async () => {
		const list = lab.plain();
		lab.sas.limits.importErrorThreshold = 3;
		const { data } = await upload(list, { csv: `id,text,size\n${'1,,x\n'.repeat(9)}` });
		moveClock(2000);
		expect((await jobOf(list, data.id)).data.totalErrors).toBe(3);
		await upload(list, { csv: 'id;text;size\n1;;1\n', delimiter: ';' });
		moveClock(2000);
		expect(lab.sas.store.get(list, '1')).toEqual({ id: '1', text: '', size: 1 });
	});

	it.each([
		['upsert', 3, 'completed'],
		['replaceAll', 2, 'completed'],
		['refuseExisting', 2, 'failed'],
	] as const)('by importMode %s leaves %i rows', async (importMode, count, state) => {
		lab.sas.switches.importMode = importMode;
		const list = lab.plain();
		lab.sas.store.put(list, { id: '1', text: 'old', size: 0 });
		lab.sas.store.put(list, { id: '9', text: 'old', size: 0 });
		const { data } = await upload(list);
		moveClock(2000);
		expect((await jobOf(list, data.id)).data.state).toBe(state);
		expect(lab.sas.store.count(list)).toBe(count);
		expect(lab.sas.store.get(list, '1')?.['text']).toBe(state === 'failed' ? 'old' : 'a');
	});

	it('always adds to a list with duplicate keys', async () => {
		const { duplicates } = lab.lists;
		await upload(duplicates, { csv: 'phone,reason,score\n1,r,2\n1,r,2\n' });
		moveClock(2000);
		expect(lab.sas.store.rowsOf(duplicates, '1')).toHaveLength(2);
	});

	it('loads an immutable list once', async () => {
		const { unloaded } = lab.lists;
		expect((await upload(unloaded, { csv: 'account,balance\nA,1\n' })).status).toBe(202);
		moveClock(2000);
		expect(lab.sas.store.count(unloaded)).toBe(1);
		expect((await upload(unloaded)).status).toBe(409);
	});

	it.each([
		['both', 202],
		['delimeterOnly', 400],
	] as const)('spelt delimiter, by delimiterField %s: %i', async (delimiterField, status) => {
		lab.sas.switches.delimiterField = delimiterField;
		expect((await upload(lab.plain(), { field: 'delimiter' })).status).toBe(status);
		expect((await upload(lab.lists.empty, { field: 'delimeter' })).status).toBe(202);
	});

	it.each([
		['refuse', 400],
		['comma', 202],
	] as const)('without one, by missingDelimiter %s: %i', async (missingDelimiter, status) => {
		lab.sas.switches.missingDelimiter = missingDelimiter;
		expect((await upload(lab.plain(), { delimiter: undefined })).status).toBe(status);
	});

	it('is refused without a file, with a long delimiter, and as anything but multipart', async () => {
		const list = lab.plain();
		expect((await upload(list, { file: 'file' })).status).toBe(400);
		expect((await upload(list, { delimiter: ';;' })).status).toBe(400);
		const path = `/listData/lists/${list}/importJobs`;
		expect((await lab.post(path, { csv: CSV })).status).toBe(415);
		const noBoundary = { 'content-type': 'multipart/form-data; charset=utf-8' };
		expect((await lab.post(path, CSV, noBoundary)).status).toBe(400);
		const cut = { 'content-type': 'multipart/form-data; boundary=b' };
		expect((await lab.post(path, '--b\r\nhalf', cut)).status).toBe(400);
		expect((await lab.post(path, '--b\r\nhalf\r\n--b--', cut)).status).toBe(400);
	});
});

describe('purge', () => {
	it('takes all rows, keeps list and job', async () => {
		const { simple } = lab.lists;
		const started = await purge(simple);
		expect([started.status, started.data.state]).toEqual([202, 'running']);
		expect(started.headers['content-type']).toContain('vnd.sas.listdata.purgejob+json');
		expect(lab.sas.store.count(simple)).toBe(10);
		moveClock(2000);
		expect((await jobOf(simple, started.data.id, 'purge')).data.state).toBe('completed');
		expect(lab.sas.store.count(simple)).toBe(0);
		expect(lab.sas.store.writes).toHaveLength(10);
		expect(lab.sas.store.writes[0]).toMatchObject({ operation: 'purge', listId: simple });
		expect((await lab.get(`/listData/lists/${simple}`)).status).toBe(200);
	});

	it.each([409, 400] as const)('of an immutable list is %i', async (purgeImmutable) => {
		lab.sas.switches.purgeImmutable = purgeImmutable;
		expect((await purge(lab.lists.immutable)).status).toBe(purgeImmutable);
	});
});

it('has the writes of a finished job in the log before anybody looks at the list', async () => {
	await upload(lab.plain());
	moveClock(2000);
	expect(lab.sas.store.writes).toHaveLength(2);
});

it('lets one job at a time work on a list, for as long as the limit jobMs says', async () => {
	lab.sas.limits.jobMs = 500;
	const { simple, empty } = lab.lists;
	expect((await purge(simple)).status).toBe(202);
	expect((await purge(simple)).status).toBe(409);
	expect((await upload(simple)).status).toBe(409);
	expect((await purge(empty)).status).toBe(202);
	moveClock(500);
	expect((await purge(simple)).status).toBe(202);
});

it('shows a job that takes no time as running at first', async () => {
	lab.sas.limits.jobMs = 0;
	const list = lab.plain();
	const { data } = await upload(list);
	expect(data.state).toBe('running');
	expect((await jobOf(list, data.id)).data.state).toBe('completed');
	expect(lab.sas.store.count(list)).toBe(2);
});
