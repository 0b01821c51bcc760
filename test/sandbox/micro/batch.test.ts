import { DELETE, NOBODY, stopClock, until, UPDATE, useLab } from './lab';

const lab = useLab();
const titled = (id: unknown, title = 'CTO') => ({ id, default: { title } });

it('applies items one by one, in order, and answers 200 with what was written', async () => {
	const [a, b] = [lab.contact({ city: 'Ulm', title: 'CEO' }), lab.contact()];
	const response = await lab.update([
		{ id: a, default: { title: 'CTO', city: null, tags: ['vip'] } },
		titled(b, 'CFO'),
	]);
	expect(response.status).toBe(200);
	expect(response.data).toEqual({
		results: [
			{
				id: a,
				status: 'ok',
				record: { id: a, default: { title: 'CTO', city: null, tags: ['vip'] } },
			},
			{ id: b, status: 'ok', record: { id: b, default: { title: 'CFO' } } },
		],
		summary: { total: 2, succeeded: 2, failed: 0 },
	});
	expect(lab.stored(a)).toEqual({ title: 'CTO', tags: ['vip'] });
	expect(lab.micro.store.writes).toEqual([
		{
			type: 'contact',
			id: a,
			operation: 'update',
			values: { title: 'CTO', city: null, tags: ['vip'] },
			list: {},
			callIndex: 0,
			position: 0,
		},
		expect.objectContaining({ id: b, position: 1 }),
	]);
});

it('answers 200 when every item failed, and changes nothing of a failed item', async () => {
	const id = lab.contact({ title: 'CEO' });
	const gone = lab.contact();
	lab.micro.store.remove('contact', gone);
	const response = await lab.update([
		{ id, default: { title: 'CTO', seniority: 'no-such-option' } },
		titled(NOBODY),
		titled(gone),
		titled('not-a-uuid'),
		'text',
		{ default: {} },
	]);
	expect(response.status).toBe(200);
	expect(response.data.results).toMatchObject([
		{ id, status: 'error', error: { code: 'invalid_request' } },
		{ id: NOBODY, status: 'error', error: { code: 'not_found' } },
		{ id: gone, status: 'error', error: { code: 'not_found' } },
		{ id: null, status: 'error', error: { code: 'invalid_request' } },
		{ id: null, status: 'error' },
		{ id: null, status: 'error' },
	]);
	expect(response.data.summary).toEqual({ total: 6, succeeded: 0, failed: 6 });
	expect(lab.stored(id)).toEqual({ title: 'CEO' });
	expect(lab.micro.store.writes).toHaveLength(0);
});

it('lets a failed item leave the others alone, and never sends an index', async () => {
	const id = lab.contact();
	const { data } = await lab.update([titled(NOBODY), titled(id)]);
	expect(data.summary).toEqual({ total: 2, succeeded: 1, failed: 1 });
	expect(lab.stored(id)).toEqual({ title: 'CTO' });
	for (const result of data.results) expect(result).not.toHaveProperty('input_index');
});

it.each([
	[UPDATE, 'items', {}, 'required'],
	[UPDATE, 'items', { items: {} }, 'type'],
	[UPDATE, 'items', { items: [] }, 'minItems'],
	[UPDATE, 'items', { items: Array(101).fill({ id: NOBODY }) }, 'maxItems'],
	[DELETE, 'ids', {}, 'required'],
	[DELETE, 'ids', { ids: NOBODY }, 'type'],
	[DELETE, 'ids', { ids: [] }, 'minItems'],
	[DELETE, 'ids', { ids: Array(101).fill(NOBODY) }, 'maxItems'],
])('refuses the whole of %s when %s is off: %j', async (path, name, body, rule) => {
	const response = await lab.post(path, body);
	expect(response.status).toBe(400);
	expect(response.data.error).toMatchObject({
		code: 'invalid_request',
		errors: [{ field: `.body.${name}`, code: `${rule}.openapi.validation` }],
	});
	expect(lab.micro.store.writes).toHaveLength(0);
});

it('takes an empty batch by emptyBatch, and refuses long ones with 413 by oversizedBatch', async () => {
	lab.micro.switches.emptyBatch = 'ok';
	const empty = await lab.update([]);
	expect([empty.status, empty.data.results, empty.data.summary.total]).toEqual([200, [], 0]);
	lab.micro.switches.oversizedBatch = 413;
	expect((await lab.update(Array(101).fill({ id: NOBODY }))).status).toBe(413);
});

it('takes a hundred', async () => {
	const ids = Array.from({ length: 100 }, () => lab.contact());
	const { data } = await lab.update(ids.map((id) => titled(id)));
	expect(data.summary.succeeded).toBe(100);
	expect(data.results.map(({ id }) => id)).toEqual(ids);
});

it('shuffles or reverses results by the switch batchOrder', async () => {
	const ids = Array.from({ length: 20 }, () => lab.contact());
	const order = async () =>
		(await lab.update(ids.map((id) => titled(id)))).data.results.map(({ id }) => id);
	lab.micro.switches.batchOrder = 'reverse';
	expect(await order()).toEqual([...ids].reverse());
	lab.micro.switches.batchOrder = 'shuffle';
	const shuffled = await order();
	expect(shuffled).not.toEqual(ids);
	expect([...shuffled].sort()).toEqual([...ids].sort());
});

it('applies a repeated id twice, once, or not at all by the switch duplicateIds', async () => {
	const id = lab.contact();
	const twice = () => lab.update([titled(id, 'first'), titled(id.toUpperCase(), 'second')]);
	const both = await twice();
	expect(both.data.results.map(({ status }) => status)).toEqual(['ok', 'ok']);
	expect(lab.micro.store.writes.map(({ values }) => values['title'])).toEqual(['first', 'second']);
	lab.micro.switches.duplicateIds = 'collapse';
	expect((await twice()).data.results).toHaveLength(1);
	expect(lab.micro.store.writes.at(-1)).toMatchObject({ values: { title: 'second' }, position: 1 });
	lab.micro.switches.duplicateIds = 'refuse';
	expect((await twice()).status).toBe(400);
	expect((await lab.post(DELETE, { ids: [id, id] })).status).toBe(400);
	expect(lab.micro.store.writes).toHaveLength(3);
});

it('passes unknown ids over in silence by the switch unknownId', async () => {
	lab.micro.switches.unknownId = 'ok';
	const { data } = await lab.update([titled(NOBODY)]);
	expect(data.results).toEqual([{ id: NOBODY, status: 'ok' }]);
	expect(lab.micro.store.writes).toHaveLength(0);
});

it('gives ids in lower case, or as they were sent by the switch idCase', async () => {
	const id = lab.contact();
	const sent = id.toUpperCase();
	expect((await lab.update([titled(sent)])).data.results[0]?.id).toBe(id);
	lab.micro.switches.idCase = 'asSent';
	expect((await lab.update([titled(sent)])).data.results[0]?.id).toBe(sent);
	expect((await lab.post(DELETE, { ids: [sent] })).data.results[0]?.id).toBe(sent);
});

it('shows what was written, the whole record or none by the switch resultRecord', async () => {
	const id = lab.contact({ city: 'Ulm' });
	const record = async () => (await lab.update([titled(id)])).data.results[0]?.record;
	expect(await record()).toEqual({ id, default: { title: 'CTO' } });
	lab.micro.switches.resultRecord = 'full';
	expect(await record()).toMatchObject({ id, default: { title: 'CTO', city: 'Ulm' } });
	lab.micro.switches.resultRecord = 'none';
	expect(await record()).toBeUndefined();
});

it('leaves code, message or both out by the switch itemErrors', async () => {
	const error = async () => (await lab.update([titled(NOBODY)])).data.results[0]?.error ?? null;
	expect(Object.keys((await error()) ?? {})).toEqual(['code', 'message']);
	lab.micro.switches.itemErrors = 'messageOnly';
	expect(Object.keys((await error()) ?? {})).toEqual(['message']);
	lab.micro.switches.itemErrors = 'codeOnly';
	expect(await error()).toEqual({ code: 'not_found' });
	lab.micro.switches.itemErrors = 'empty';
	expect(await error()).toEqual({});
});

it('names missing records by the code in the switch notFoundCode', async () => {
	lab.micro.switches.notFoundCode = 'record_missing';
	expect((await lab.update([titled(NOBODY)])).data.results[0]?.error?.code).toBe('record_missing');
});

it('accepts an item without changes, or not by the switch itemsWithoutChange', async () => {
	const id = lab.contact();
	const status = async () => (await lab.update([{ id }])).data.results[0]?.status;
	expect(await status()).toBe('ok');
	lab.micro.switches.itemsWithoutChange = 'error';
	expect(await status()).toBe('error');
});

it('ignores other keys of an item, or writes them by the switch extraItemKeys', async () => {
	const id = lab.contact();
	const item = { id, title: 'CTO', default: { city: 'Ulm' } };
	await lab.update([item]);
	expect(lab.stored(id)).toEqual({ city: 'Ulm' });
	lab.micro.switches.extraItemKeys = 'write';
	await lab.update([item]);
	expect(lab.stored(id)).toEqual({ city: 'Ulm', title: 'CTO' });
});

it('deletes softly, and reports what is deleted already or unknown', async () => {
	const id = lab.contact();
	const first = await lab.post(DELETE, { ids: [id, NOBODY, 'x', 7] });
	expect(first.status).toBe(200);
	expect(first.data.results).toMatchObject([
		{ id, status: 'ok' },
		{ id: NOBODY, status: 'error', error: { code: 'not_found' } },
		{ id: null, status: 'error' },
		{ id: null, status: 'error' },
	]);
	expect(first.data.results[0]).not.toHaveProperty('record');
	expect(first.data.summary).toEqual({ total: 4, succeeded: 1, failed: 3 });
	expect(lab.stored(id)).toBeUndefined();
	const again = () => lab.post(DELETE, { ids: [id] });
	expect((await again()).data.results).toMatchObject([{ error: { code: 'not_found' } }]);
	lab.micro.switches.deletedAgain = 'ok';
	expect((await again()).data.results).toEqual([{ id, status: 'ok' }]);
	expect(lab.micro.store.writes).toMatchObject([{ operation: 'delete', id }]);
});

it('writes after the latency, which a test with its own clock can see', async () => {
	stopClock();
	const id = lab.contact();
	lab.micro.latencyMs = 50;
	const answer = lab.update([titled(id)]);
	await until(() => lab.holds.count > 0);
	expect(lab.stored(id)).toEqual({});
	await jest.advanceTimersByTimeAsync(50);
	expect((await answer).status).toBe(200);
	expect(lab.stored(id)).toEqual({ title: 'CTO' });
});

it('keeps no log of writes when keepWrites is off', async () => {
	lab.micro.store.keepWrites = false;
	const id = lab.contact();
	await lab.update([titled(id)]);
	expect(lab.micro.store.writes).toHaveLength(0);
	expect(lab.stored(id)).toEqual({ title: 'CTO' });
});

it('tells the call log how many records came, and which', async () => {
	const id = lab.contact();
	await lab.update([titled(id)], { 'Idempotency-Key': 'k' });
	await lab.post(DELETE, { ids: [id] });
	await lab.import([{ default: {} }, { default: {} }]);
	lab.calls.keepIds = false;
	await lab.update([titled(id)]);
	expect([...lab.calls]).toMatchObject([
		{ vendor: 'micro', records: 1, recordIds: [id], idempotencyKey: 'k', status: 200 },
		{ records: 1, recordIds: [id] },
		{ records: 2 },
		{ records: 1 },
	]);
	expect(lab.calls[3]?.recordIds).toBeUndefined();
});
