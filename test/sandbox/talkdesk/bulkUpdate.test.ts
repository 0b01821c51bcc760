import { add, moveClock, phone, replace, stopClock, useLab, type Response } from './lab';

const lab = useLab();
const entries = (response: Response) => response.data._embedded.records;
const errorsOf = (response: Response) => entries(response).map(({ errors }) => errors);
const UNKNOWN = 'record not child of record_list';

describe('an update that works', () => {
	it('answers 200 with the full records in the order of the request', async () => {
		const [one, two] = [lab.record({ first_name: 'Ada' }), lab.record({ extra_data: { a: 1 } })];
		const response = await lab.update([
			replace(two, { priority: 9, last_name: 'Nowak' }),
			add(one, { extra_data: { tier: 'gold' } }),
		]);
		expect(response.status).toBe(200);
		expect(response.headers['content-type']).toMatch(/^application\/hal\+json/);
		const list = `${lab.talkdesk.url}/record-lists/${lab.lists.phone}`;
		expect(response.data).toEqual({
			record_list_id: lab.lists.phone,
			has_errors: false,
			total_errors: 0,
			total_created: 2,
			_links: {
				self: { href: expect.stringContaining(`${list}/records?upload_request=`) },
				record_list: { href: list },
			},
			_embedded: { records: expect.any(Array) },
		});
		expect(entries(response)[0]).toEqual({
			id: two,
			record_list_id: lab.lists.phone,
			phone_number: '+420601000002',
			phone_numbers: [phone(2)],
			first_name: 'Nobody',
			last_name: 'Nowak',
			timezone: 'GMT',
			priority: 9,
			extra_data: { a: 1 },
			created_at: expect.any(String),
			updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00$/),
			_links: { self: { href: `${list}/records/${two}` }, record_list: { href: list } },
		});
		expect(entries(response)[1]).toMatchObject({ id: one, extra_data: { tier: 'gold' } });
		expect(lab.talkdesk.store.get(lab.lists.phone, one)?.extra_data).toEqual({ tier: 'gold' });
	});

	it('sets every member that may be set, and logs each write with its place', async () => {
		const ids = [lab.record(), lab.record()];
		const value = {
			first_name: 'Zoë',
			last_name: 'x'.repeat(80),
			timezone: 'Europe/Berlin',
			priority: 1,
			phone_numbers: [phone('+491520000001'), { ...phone('+49301234567'), phone_type: 'EXTRA_3' }],
			extra_data: { a: null },
		};
		await lab.get('/record-lists');
		await lab.update([replace('nobody', value), replace(ids[1] as string, value)]);
		expect(lab.talkdesk.store.get(lab.lists.phone, ids[1] as string)).toEqual(value);
		expect(lab.talkdesk.store.writes).toEqual([
			{
				listId: lab.lists.phone,
				id: ids[1],
				operation: 'update',
				record: value,
				callIndex: 1,
				position: 1,
			},
		]);
		expect(lab.calls[1]).toMatchObject({ records: 2, recordIds: ['nobody', ids[1]] });
	});

	it('shows a fresh updated_at, even when nothing changes', async () => {
		stopClock();
		const id = lab.record({ priority: 2 });
		moveClock(1500);
		const [entry] = entries(await lab.update([replace(id, { priority: 2 })]));
		expect(entry).toMatchObject({
			created_at: '2026-01-05 10:00:00.000000+00:00',
			updated_at: '2026-01-05 10:00:01.500000+00:00',
		});
	});

	it.each(['Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'America/Indiana/Knox', 'GMT'])(
		'knows the time zone %s',
		async (timezone) => {
			const response = await lab.update([replace(lab.record(), { timezone })]);
			expect(entries(response)[0]?.timezone).toBe(timezone);
		},
	);

	it('keeps no log of writes when asked not to', async () => {
		lab.talkdesk.store.keepWrites = false;
		await lab.update([replace(lab.record(), { priority: 2 })]);
		expect(lab.talkdesk.store.writes).toEqual([]);
	});
});

describe('the request as a whole', () => {
	it('must name a list that exists; by the switch only after a good body', async () => {
		const strange = await lab.update('{', 'nobody');
		expect([strange.status, strange.data.code]).toEqual([404, '0530910']);
		lab.talkdesk.switches.unknownList = 'afterBody';
		expect((await lab.update('{', 'nobody')).data.code).toBe('0530900');
		expect((await lab.update([replace('x', {})], 'nobody')).data.code).toBe('0530910');
	});

	it('holds 1 to 100 operations in an array', async () => {
		const id = lab.record();
		const many = (count: number) =>
			Array.from({ length: count }, () => replace(id, { priority: 3 }));
		expect((await lab.update(many(100))).status).toBe(200);
		const before = lab.talkdesk.store.writes.length;
		for (const body of [many(101), {}, 'null', '{"records":[]}', '[', replace(id, {})]) {
			const refused = await lab.update(body);
			expect([refused.status, refused.data.code]).toEqual([400, '0530900']);
		}
		expect(lab.talkdesk.store.writes).toHaveLength(before);
		lab.talkdesk.limits.operationsPerUpdate = 101;
		expect((await lab.update(many(101))).status).toBe(200);
	});

	it('refuses no operations at all, or takes them by the switch', async () => {
		expect((await lab.update([])).status).toBe(400);
		lab.talkdesk.switches.emptyBatch = 'accept';
		expect((await lab.update([])).data).toMatchObject({ has_errors: false, total_created: 0 });
	});

	const malformed: Array<[string, (id: string) => unknown]> = [
		['an unknown op', (id) => ({ ...replace(id, { priority: 1 }), op: 'remove' })],
		['no op', (id) => ({ path: `/records/${id}`, value: {} })],
		['no path', () => ({ op: 'replace', value: { priority: 1 } })],
		['no value', (id) => ({ op: 'replace', path: `/records/${id}` })],
		['a value that is no object', (id) => replace(id, 5)],
		['a deeper pointer', (id) => ({ op: 'replace', path: `/records/${id}/priority`, value: {} })],
		['a pointer without records', (id) => ({ op: 'replace', path: `/${id}`, value: {} })],
		['text', () => 'x'],
	];

	it.each(malformed)('refuses all for %s, and the switch only the entry', async (_name, make) => {
		const id = lab.record();
		const body = [replace(id, { priority: 7 }), make(id)];
		const refused = await lab.update(body);
		expect([refused.status, refused.data.code]).toEqual([400, '0530900']);
		expect(lab.talkdesk.store.writes).toEqual([]);
		lab.talkdesk.switches.malformedOperation = 'perRecord';
		const mixed = await lab.update(body);
		expect(mixed.status).toBe(200);
		expect(errorsOf(mixed)).toEqual([undefined, ['OTHER']]);
		expect(lab.talkdesk.store.writes).toHaveLength(1);
	});

	it.each([
		['application/json-patch+json', 200, 200],
		['application/json-patch+json; charset=utf-8', 200, 200],
		['application/json', 400, 200],
		['application/hal+json', 400, 200],
		['text/plain', 400, 400],
	])('declared as %s: %i, with patchMediaType anyJson %i', async (type, strict, lenient) => {
		const path = `/record-lists/${lab.lists.phone}/records/bulks`;
		const body = [replace(lab.record(), { priority: 2 })];
		const first = await lab.send('PATCH', path, body, type);
		expect(first.status).toBe(strict);
		if (strict === 400) expect(first.data.code).toBe('0530900');
		lab.talkdesk.switches.patchMediaType = 'anyJson';
		expect((await lab.send('PATCH', path, body, type)).status).toBe(lenient);
	});

	it('answers a wrong media type with 415 by the switch', async () => {
		lab.talkdesk.switches.wrongMediaType = 415;
		const path = `/record-lists/${lab.lists.phone}/records/bulks`;
		expect((await lab.send('PATCH', path, [], 'application/json')).status).toBe(415);
	});
});

describe('an operation that fails', () => {
	it('stands beside those that work, with id and errors only', async () => {
		const [good, bad] = [lab.record(), lab.record()];
		const foreign = lab.record({}, lab.lists.nothing);
		const response = await lab.update([
			replace(good, { priority: 2 }),
			replace(bad, { priority: 11 }),
			replace(foreign, { priority: 2 }),
			replace('nobody', { priority: 2 }),
		]);
		expect(response.status).toBe(200);
		expect(response.data).toMatchObject({ has_errors: true, total_errors: 3, total_updated: 1 });
		expect(response.data.total_created).toBeUndefined();
		expect(entries(response).slice(1)).toEqual([
			{ id: bad, errors: ['Priority must be a value between 1 and 10'] },
			{ id: foreign, errors: [UNKNOWN] },
			{ id: 'nobody', errors: [UNKNOWN] },
		]);
		expect(lab.talkdesk.store.writes.map(({ id }) => id)).toEqual([good]);
	});

	it('keeps the status at 200 when all fail', async () => {
		const response = await lab.update([replace('a', {}), replace('b', {})]);
		expect(response.status).toBe(200);
		expect(response.data).toMatchObject({ has_errors: true, total_errors: 2, total_updated: 0 });
	});

	it.each([
		['priority', 0, 'Priority must be a value between 1 and 10'],
		['priority', '5', 'Priority must be a value between 1 and 10'],
		['priority', 2.5, 'Priority must be a value between 1 and 10'],
		['priority', null, 'Priority must be a value between 1 and 10'],
		['first_name', '', 'FIRST_NAME_MISSING'],
		['first_name', null, 'FIRST_NAME_MISSING'],
		['first_name', 'x'.repeat(81), 'FIRST_NAME_INVALID'],
		['first_name', 5, 'FIRST_NAME_INVALID'],
		['last_name', '', 'LAST_NAME_MISSING'],
		['last_name', 'x'.repeat(81), 'LAST_NAME_INVALID'],
		['timezone', '', 'TIMEZONE_MISSING'],
		['timezone', 'Europe/Nowhere', 'TIMEZONE_INVALID'],
		['timezone', 'europe/berlin', 'TIMEZONE_INVALID'],
		['timezone', 'Europe/berlin', 'TIMEZONE_INVALID'],
		['timezone', '+01:00', 'TIMEZONE_INVALID'],
		['timezone', 'x'.repeat(36), 'TIMEZONE_INVALID'],
		['extra_data', 'text', 'OTHER'],
		['phone_numbers', [], 'PHONE_NUMBER_MISSING'],
		['phone_numbers', '+420601000000', 'PHONE_NUMBER_INVALID'],
		['phone_numbers', ['+420601000000'], 'PHONE_NUMBER_INVALID'],
		['phone_numbers', [phone('601000000')], 'PHONE_NUMBER_INVALID'],
		['phone_numbers', [phone('+420 601 000 000')], 'PHONE_NUMBER_INVALID'],
		['phone_numbers', [phone('+420601000000000000000')], 'PHONE_NUMBER_INVALID'],
		['phone_numbers', [{ ...phone(1), phone_type: 'mobile' }], 'PHONE_NUMBER_INVALID'],
		['phone_numbers', [phone('')], 'PHONE_NUMBER_MISSING'],
	])('says of %s %j: %s', async (field, value, error) => {
		const id = lab.record();
		const before = lab.talkdesk.store.get(lab.lists.phone, id);
		expect(errorsOf(await lab.update([replace(id, { [field]: value })]))).toEqual([[error]]);
		expect(lab.talkdesk.store.get(lab.lists.phone, id)).toEqual(before);
	});

	it.each([
		'external_id',
		'external_provider',
		'external_url',
		'sync_external_id',
		'phone_number',
		'id',
	])('does not change %s, and leaves the record alone', async (field) => {
		const id = lab.record();
		const response = await lab.update([replace(id, { priority: 2, [field]: 'x' })]);
		expect(errorsOf(response)).toEqual([[`${field} cannot be changed here`]]);
		expect(lab.talkdesk.store.writes).toEqual([]);
	});

	it('adds extra_data only', async () => {
		const response = await lab.update([add(lab.record(), { priority: 2 })]);
		expect(errorsOf(response)).toEqual([['priority cannot be changed here']]);
	});

	it('speaks in codes by the switch', async () => {
		lab.talkdesk.switches.updateErrorWords = 'codes';
		const id = lab.record();
		const response = await lab.update([
			replace(id, { priority: 0 }),
			replace('nobody', { priority: 1 }),
			add(id, { priority: 1 }),
		]);
		expect(errorsOf(response)).toEqual([['PRIORITY_INVALID'], ['OTHER'], ['OTHER']]);
	});

	it('tells several errors of one record', async () => {
		const response = await lab.update([replace(lab.record(), { priority: 0, first_name: '' })]);
		expect(errorsOf(response)[0]).toHaveLength(2);
	});

	it('refuses a phone number that another record of the list has, where the list says so', async () => {
		lab.record();
		const mine = lab.record();
		const taken = { phone_numbers: [phone(1)] };
		expect(errorsOf(await lab.update([replace(mine, taken)]))).toEqual([
			['PHONE_NUMBER_NOT_UNIQUE'],
		]);
		expect(errorsOf(await lab.update([replace(mine, { phone_numbers: [phone(2)] })]))).toEqual([
			undefined,
		]);
		const elsewhere = lab.record({}, lab.lists.nothing);
		lab.talkdesk.store.put(lab.lists.nothing, undefined, { phone_numbers: [phone(1)] });
		const loose = await lab.update([replace(elsewhere, taken)], lab.lists.nothing);
		expect(errorsOf(loose)).toEqual([undefined]);
	});

	it('frees a phone number for the next operation of the batch', async () => {
		const [one, two] = [lab.record(), lab.record()];
		const response = await lab.update([
			replace(one, { phone_numbers: [phone(77)] }),
			replace(two, { phone_numbers: [phone(1)] }),
			replace(two, { phone_numbers: [phone(77)] }),
		]);
		expect(errorsOf(response)).toEqual([undefined, undefined, ['PHONE_NUMBER_NOT_UNIQUE']]);
	});

	it('applies nothing of it, or by the switch its good members', async () => {
		const id = lab.record({ priority: 5 });
		const mixed = [replace(id, { priority: 8, first_name: '' })];
		await lab.update(mixed);
		expect(lab.talkdesk.store.get(lab.lists.phone, id)?.priority).toBe(5);
		lab.talkdesk.switches.failedOperation = 'validMembersApplied';
		expect((await lab.update(mixed)).data.total_errors).toBe(1);
		expect(lab.talkdesk.store.get(lab.lists.phone, id)?.priority).toBe(8);
		expect(lab.talkdesk.store.writes).toHaveLength(1);
	});

	it('refuses the whole request for a bad value by the switch', async () => {
		lab.talkdesk.switches.badValue = 'wholeRequest';
		const id = lab.record();
		const response = await lab.update([replace(id, { priority: 1 }), replace(id, { priority: 0 })]);
		expect([response.status, response.data.code]).toEqual([400, '0530900']);
		expect(lab.talkdesk.store.writes).toEqual([]);
		expect(errorsOf(await lab.update([replace('nobody', { priority: 1 })]))).toEqual([[UNKNOWN]]);
	});

	it('refuses an empty value, or takes it by the switch', async () => {
		const id = lab.record();
		expect(errorsOf(await lab.update([replace(id, {})]))).toEqual([['REQUIRED_FIELDS']]);
		lab.talkdesk.switches.emptyValue = 'accept';
		expect(errorsOf(await lab.update([replace(id, {})]))).toEqual([undefined]);
	});

	it('wants a phone type, or does without by the switch', async () => {
		const bare = { phone_numbers: [{ phone_number: '+420601000099' }] };
		const id = lab.record();
		expect(errorsOf(await lab.update([replace(id, bare)]))).toEqual([['PHONE_NUMBER_INVALID']]);
		lab.talkdesk.switches.phoneType = 'optional';
		expect(errorsOf(await lab.update([replace(id, bare)]))).toEqual([undefined]);
	});
});

describe('points nobody documents', () => {
	it('applies operations on one id in order, with an entry each or one by the switch', async () => {
		const id = lab.record();
		const twice = [replace(id, { priority: 3 }), replace(id, { priority: 4 })];
		const each = await lab.update(twice);
		expect(entries(each).map(({ priority }) => priority)).toEqual([3, 4]);
		expect(each.data.total_created).toBe(2);
		lab.talkdesk.switches.repeatedIds = 'once';
		const once = await lab.update(twice);
		expect(entries(once).map(({ priority }) => priority)).toEqual([4]);
		expect(once.data.total_created).toBe(1);
	});

	it('merges added extra_data and substitutes replaced one, or the other way by the switches', async () => {
		const id = lab.record({ extra_data: { a: 1, b: 1 } });
		const extra = () => lab.talkdesk.store.get(lab.lists.phone, id)?.extra_data;
		await lab.update([add(id, { extra_data: { b: 2 } })]);
		expect(extra()).toEqual({ a: 1, b: 2 });
		await lab.update([replace(id, { extra_data: { c: 3 } })]);
		expect(extra()).toEqual({ c: 3 });
		Object.assign(lab.talkdesk.switches, { addExtraData: 'substitute', replaceExtraData: 'merge' });
		await lab.update([replace(id, { extra_data: { d: 4 } })]);
		expect(extra()).toEqual({ c: 3, d: 4 });
		await lab.update([add(id, { extra_data: { e: 5 } })]);
		expect(extra()).toEqual({ e: 5 });
	});

	it.each([
		['asInSamples', 'total_created', 'total_updated'],
		['total_created', 'total_created', 'total_created'],
		['total_updated', 'total_updated', 'total_updated'],
	] as const)(
		'counts with updateCounter %s in %s, and %s on errors',
		async (setting, fine, failed) => {
			lab.talkdesk.switches.updateCounter = setting;
			const good = replace(lab.record(), { priority: 1 });
			expect((await lab.update([good])).data[fine]).toBe(1);
			expect((await lab.update([good, replace('x', {})])).data[failed]).toBe(1);
		},
	);

	it('can wrap the answer in an array', async () => {
		lab.talkdesk.switches.wrapInArray = true;
		const { data } = await lab.update([replace(lab.record(), { priority: 1 })]);
		expect(data).toEqual([expect.objectContaining({ has_errors: false })]);
	});

	it('can leave members out', async () => {
		lab.talkdesk.switches.omittedMembers = ['has_errors', 'total_created', '_links'];
		const { data } = await lab.update([replace(lab.record(), { priority: 1 })]);
		expect(Object.keys(data)).toEqual(['record_list_id', 'total_errors', '_embedded']);
	});

	it('can shuffle the entries', async () => {
		const ids = Array.from({ length: 50 }, () => lab.record());
		const operations = ids.map((id) => replace(id, { priority: 1 }));
		const order = async () => entries(await lab.update(operations)).map(({ id }) => id);
		expect(await order()).toEqual(ids);
		lab.talkdesk.switches.resultOrder = 'shuffle';
		const shuffled = await order();
		expect(shuffled).not.toEqual(ids);
		expect([...shuffled].sort()).toEqual([...ids].sort());
	});
});
