import { moveClock, phone, stopClock, useLab } from './lab';

const lab = useLab();
const records = (listId = lab.lists.phone) => `/record-lists/${listId}/records`;
const one = (id: string) => `${records()}/${id}`;
const stored = (id: string) => lab.talkdesk.store.get(lab.lists.phone, id);

it('reads one record, or says it is not there', async () => {
	const id = lab.record({ first_name: 'Ada' });
	const response = await lab.get(one(id));
	expect(response.status).toBe(200);
	expect(response.data).toMatchObject({ id, first_name: 'Ada', record_list_id: lab.lists.phone });
	const missing = await lab.get(one('nobody'));
	expect([missing.status, missing.data.code]).toEqual([404, '0530920']);
	expect((await lab.get(`/record-lists/nobody/records/${id}`)).data.code).toBe('0530910');
});

describe('creating one', () => {
	const ana = { first_name: 'Ana', last_name: 'Kral', phone_numbers: [phone(1)] };

	it('answers 201 with the record', async () => {
		const response = await lab.send('POST', records(), ana);
		expect(response.status).toBe(201);
		expect(stored(String(response.data['id']))).toMatchObject(ana);
		expect(lab.calls[0]).toMatchObject({ records: 1, recordIds: ['+420601000001'] });
	});

	it.each([
		['no phone', { phone_numbers: undefined }, '0530921'],
		['no time zone to be found', { phone_numbers: [phone('+99912345678')] }, '0530940'],
		['no name', { first_name: '' }, '0530900'],
	])('answers 400 to %s', async (_name, change, code) => {
		const response = await lab.send('POST', records(), { ...ana, ...change });
		expect([response.status, response.data.code]).toEqual([400, code]);
	});

	it('answers 400 to a phone number twice, a list, and a full list', async () => {
		await lab.send('POST', records(), ana);
		const twice = await lab.send('POST', records(), ana);
		expect(twice.data).toMatchObject({
			code: '0530900',
			fields: [{ name: 'record', description: 'PHONE_NUMBER_NOT_UNIQUE' }],
		});
		expect((await lab.send('POST', records(), [ana])).data.code).toBe('0530900');
		lab.talkdesk.limits.recordsPerList = 1;
		expect((await lab.send('POST', records(), ana)).data.code).toBe('0530911');
	});
});

describe('patching one', () => {
	const patch = (id: string, body: unknown) => lab.send('PATCH', one(id), body);
	const set = (path: string, value: unknown, op = 'replace') => ({ op, path, value });

	it('replaces fields and adds below extra_data', async () => {
		const id = lab.record({ extra_data: { a: 1 } });
		const response = await patch(id, [
			set('/priority', 9),
			set('/first_name', 'Ada'),
			set('/extra_data/home', 'x', 'add'),
			set('/extra_data/a', 2),
			set('/extra_data/b~1c', 3, 'add'),
		]);
		expect(response.status).toBe(200);
		expect(response.data).toMatchObject({ priority: 9, first_name: 'Ada' });
		expect(stored(id)?.extra_data).toEqual({ home: 'x', a: 2, 'b/c': 3 });
		await patch(id, [set('/extra_data', { z: 1 })]);
		expect(stored(id)?.extra_data).toEqual({ z: 1 });
	});

	it.each([
		['an object', {}],
		['an empty list', []],
		['an unknown op', [set('/priority', 1, 'remove')]],
		['add outside extra_data', [set('/priority', 1, 'add')]],
		['add of extra_data itself', [set('/extra_data', {}, 'add')]],
		['a pointer of the bulk kind', [set('/records/x', { priority: 1 })]],
		['a field nobody can set', [set('/external_id', '1')]],
		['no value', [{ op: 'replace', path: '/priority' }]],
		['a bad value', [set('/priority', 11)]],
		['a key that is not there', [set('/extra_data/none', 1)]],
		['a deeper pointer', [set('/extra_data/a/b', 1, 'add')]],
	])('answers 400 to %s', async (_name, body) => {
		const response = await patch(lab.record(), body);
		expect([response.status, response.data.code]).toEqual([400, '0530900']);
		expect(lab.talkdesk.store.writes).toEqual([]);
	});

	it('applies all or nothing, and knows the record', async () => {
		const id = lab.record({ priority: 5 });
		expect((await patch(id, [set('/priority', 6), set('/last_name', '')])).status).toBe(400);
		expect(stored(id)?.priority).toBe(5);
		const missing = await patch('nobody', [set('/priority', 6)]);
		expect([missing.status, missing.data.code]).toEqual([404, '0530920']);
	});

	it('checks phone numbers against the list', async () => {
		lab.record();
		const response = await patch(lab.record(), [set('/phone_numbers', [phone(1)])]);
		expect(response.data.fields).toEqual([
			{ name: 'phone_numbers', description: 'PHONE_NUMBER_NOT_UNIQUE' },
		]);
	});

	it('allows what the prose says, or what the enum says by the switch', async () => {
		const id = lab.record();
		expect((await patch(id, [set('/last_name', 'Kral')])).status).toBe(200);
		lab.talkdesk.switches.singlePatchPaths = 'enum';
		expect((await patch(id, [set('/last_name', 'Kral')])).status).toBe(400);
		expect((await patch(id, [set('/priority', 1)])).status).toBe(200);
	});

	it('wants the media type of the bulk endpoint', async () => {
		const body = [set('/priority', 1)];
		expect((await lab.send('PATCH', one(lab.record()), body, 'application/json')).status).toBe(400);
	});
});

describe('deleting one', () => {
	it('answers 204, and 404 the second time', async () => {
		const id = lab.record();
		const first = await lab.send('DELETE', one(id));
		expect([first.status, first.data]).toEqual([204, '']);
		expect((await lab.send('DELETE', one(id))).data.code).toBe('0530920');
		expect(lab.talkdesk.store.count(lab.lists.phone)).toBe(0);
	});

	it('answers 202 by the switch, and deletes five seconds later', async () => {
		stopClock();
		lab.talkdesk.switches.deleteMode = 'async';
		const id = lab.record();
		expect((await lab.send('DELETE', one(id))).status).toBe(202);
		expect((await lab.send('DELETE', one(id))).status).toBe(202);
		moveClock(5000);
		expect((await lab.send('DELETE', one(id))).status).toBe(404);
		expect(lab.talkdesk.store.writes).toHaveLength(1);
	});

	it('finds it by phone number', async () => {
		lab.record();
		const path = `${records()}?phone_number=%2B420601000001`;
		expect((await lab.send('DELETE', path)).status).toBe(204);
		expect((await lab.send('DELETE', path)).data.code).toBe('0530920');
		expect((await lab.send('DELETE', records())).data.code).toBe('0530900');
	});

	it('finds it by external reference', async () => {
		const { external } = lab.lists;
		lab.talkdesk.store.put(external, undefined, { external_provider: 'crm', external_id: '7' });
		const path = `/record-lists/${external}/external-records?external_provider=crm`;
		expect((await lab.send('DELETE', path)).data.code).toBe('0530900');
		expect((await lab.send('DELETE', `${path}&external_id=7`)).status).toBe(204);
		expect((await lab.send('DELETE', `${path}&external_id=7`)).status).toBe(404);
	});
});
