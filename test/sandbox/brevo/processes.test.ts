import { moveClock, useLab } from './lab';

const lab = useLab();
const VH = (ext_id: string, doors = 3) => ({ identifiers: { ext_id }, attributes: { doors } });
const start = async (...records: unknown[]): Promise<number> =>
	(await lab.upsert(records.length === 0 ? [{}] : records)).data.processId;
const status = async (id: number): Promise<string> =>
	(await lab.get(`/v3/processes/${id}`)).data.status;
const doors = () => lab.brevo.store.get('vehicle', 'VH-1')?.['doors'];

it('goes from queued over running to completed, with no info and a name of its own', async () => {
	const id = await start();
	expect(await status(id)).toBe('queued');
	moveClock(999);
	expect(await status(id)).toBe('queued');
	moveClock(1);
	expect(await status(id)).toBe('in_process');
	moveClock(3999);
	expect(await status(id)).toBe('in_process');
	moveClock(1);
	expect((await lab.get(`/v3/processes/${id}`)).data).toEqual({
		id,
		name: 'OBJECT_RECORDS_UPSERT',
		status: 'completed',
	});
});

it('takes as long as queuedMs and processMs say when a batch arrives', async () => {
	Object.assign(lab.brevo.switches, { queuedMs: 0, processMs: 0 });
	expect(await status(await start(VH('VH-1')))).toBe('completed');
	expect(doors()).toBe(3);
	lab.brevo.switches.processMs = 60_000;
	const id = await start(VH('VH-1', 4));
	lab.brevo.switches.processMs = 0;
	expect(await status(id)).toBe('in_process');
	moveClock(60_000);
	expect(doors()).toBe(4);
});

it('says processing, or anything else, by the switch runningStatus, in statusCase', async () => {
	const id = await start();
	moveClock(1000);
	lab.brevo.switches.runningStatus = 'processing';
	expect(await status(id)).toBe('processing');
	lab.brevo.switches.statusCase = 'upper';
	expect(await status(id)).toBe('PROCESSING');
	moveClock(4000);
	expect(await status(id)).toBe('COMPLETED');
});

it('carries the names of the switches upsertProcessName and deleteProcessName', async () => {
	lab.brevo.switches.upsertProcessName = 'U';
	lab.brevo.switches.deleteProcessName = 'D';
	await start();
	await lab.post('/v3/objects/vehicle/batch/delete', { identifiers: { ids: [1] } });
	const { processes } = (await lab.get('/v3/processes')).data;
	expect(processes.map(({ name }) => name)).toEqual(['D', 'U']);
});

it.each(['failed', 'cancelled'] as const)(
	'ends as %s by processEnds, having applied what endedEarlyApplies says',
	async (end) => {
		lab.brevo.switches.processEnds = end;
		const run = async () => {
			const before = lab.brevo.store.count('vehicle');
			const id = await start({}, {}, {});
			moveClock(5000);
			expect(await status(id)).toBe(end);
			return lab.brevo.store.count('vehicle') - before;
		};
		expect(await run()).toBe(0);
		lab.brevo.switches.endedEarlyApplies = 'firstHalf';
		expect(await run()).toBe(1);
		lab.brevo.switches.endedEarlyApplies = 'everything';
		expect(await run()).toBe(3);
	},
);

it('stays queued for ever when stuck', async () => {
	lab.brevo.switches.processEnds = 'stuck';
	const id = await start(VH('VH-1'));
	lab.brevo.switches.processEnds = 'completed';
	moveClock(86_400_000);
	expect(await status(id)).toBe('queued');
	expect(doors()).toBeUndefined();
	lab.brevo.processes.end(id, 'completed');
	expect(await status(id)).toBe('completed');
	expect(doors()).toBe(3);
});

it('lets a test hold a process, queued or running, and end it', async () => {
	const [queued, running] = [await start(), await start()];
	lab.brevo.processes.hold(queued);
	moveClock(2000);
	lab.brevo.processes.hold(running);
	moveClock(86_400_000);
	expect([await status(queued), await status(running)]).toEqual(['queued', 'in_process']);
	lab.brevo.processes.end(running, 'cancelled');
	expect(await status(running)).toBe('cancelled');
	expect(lab.brevo.store.count('vehicle')).toBe(0);
	expect(() => lab.brevo.processes.end(1, 'failed')).toThrow(/process 1/);
});

it('runs processes at the same time, or one after the other by the switch processing', async () => {
	const together = [await start(), await start()];
	moveClock(5000);
	expect(await Promise.all(together.map(status))).toEqual(['completed', 'completed']);
	lab.brevo.switches.processing = 'oneByOne';
	const inTurn = [await start(), await start()];
	moveClock(5000);
	expect(await Promise.all(inTurn.map(status))).toEqual(['completed', 'queued']);
	moveClock(5000);
	expect(await Promise.all(inTurn.map(status))).toEqual(['completed', 'completed']);
});

it('applies batches in the order in which they end, which jitterMs shuffles', async () => {
	lab.brevo.switches.processMs = 60_000;
	await start(VH('VH-1', 1));
	lab.brevo.switches.processMs = 10_000;
	await start(VH('VH-1', 2));
	moveClock(90_000);
	expect(doors()).toBe(1);
	expect(lab.brevo.store.record('vehicle', 'VH-1')).toMatchObject({
		createdAt: '2026-01-05T10:00:11.000Z',
		updatedAt: '2026-01-05T10:01:01.000Z',
	});
	lab.brevo.switches.jitterMs = 60_000;
	const { writes } = lab.brevo.store;
	writes.length = 0;
	for (let count = 0; count < 20; count++) await start(VH('VH-1', count));
	moveClock(90_000);
	expect(doors()).toBeDefined();
	const calls = writes.map(({ callIndex }) => callIndex);
	expect(calls).toHaveLength(20);
	expect(calls).not.toEqual([...calls].sort((a, b) => a - b));
});

it('answers 404 for an unknown process and 400 for what is no number', async () => {
	const unknown = await lab.get('/v3/processes/99');
	expect(unknown.status).toBe(404);
	expect(unknown.data).toEqual({ code: 'document_not_found', message: expect.any(String) });
	const word = await lab.get('/v3/processes/last');
	expect([word.status, word.data.code]).toEqual([400, 'invalid_parameter']);
});

it('forgets processes by the switch processRetentionMs', async () => {
	const id = await start();
	moveClock(3_600_000);
	expect(await status(id)).toBe('completed');
	lab.brevo.switches.processRetentionMs = 600_000;
	expect((await lab.get(`/v3/processes/${id}`)).status).toBe(404);
	expect((await lab.get('/v3/processes')).data.count).toBe(0);
});

it('lists processes, newest first, 10 unless asked for up to 50', async () => {
	for (let count = 0; count < 12; count++) await start();
	const ids = async (query: string) =>
		(await lab.get(`/v3/processes${query}`)).data.processes.map(({ id }) => id);
	const newest = 4722;
	expect(await ids('')).toEqual(Array.from({ length: 10 }, (_, index) => newest - index));
	expect(await ids('?limit=50')).toHaveLength(12);
	expect(await ids('?limit=2&offset=1')).toEqual([newest - 1, newest - 2]);
	expect(await ids('?limit=2&sort=asc')).toEqual([4711, 4712]);
	expect(await ids('?offset=12')).toEqual([]);
	expect((await lab.get('/v3/processes?limit=2')).data.count).toBe(12);
});

it.each(['limit=0', 'limit=51', 'limit=x', 'offset=-1'])(
	'refuses the list query %s as out of range',
	async (query) => {
		const { status: code, data } = await lab.get(`/v3/processes?${query}`);
		expect([code, data.code]).toEqual([400, 'out_of_range']);
	},
);

it('refuses an unknown sort', async () => {
	expect((await lab.get('/v3/processes?sort=newest')).status).toBe(400);
});

it('has jobs of other kinds among them, which do have info and export_url', async () => {
	const ids = lab.brevo.seed.otherProcesses();
	const { processes } = (await lab.get('/v3/processes?sort=asc')).data;
	expect(processes.map(({ id }) => id)).toEqual(ids);
	expect(processes).toMatchObject([
		{ name: 'IMPORTUSER', info: { import: { duplicate_ext_id: null } } },
		{ name: 'CONTACT_EXPORT', export_url: expect.any(String) },
		{ status: 'failed' },
	]);
});
