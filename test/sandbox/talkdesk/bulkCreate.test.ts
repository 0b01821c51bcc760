import type { JsonObject } from '../json';
import { HAL_TYPE, phone, PATCH_TYPE, useLab, type Response } from './lab';

const lab = useLab();
const entries = (response: Response) => response.data._embedded.records;
const errorsOf = (response: Response) => entries(response).map(({ errors }) => errors);
const ana = (number: number, more: JsonObject = {}) => ({
	first_name: 'Ana',
	last_name: 'Kral',
	phone_numbers: [phone(number)],
	...more,
});
const bulks = () => `/record-lists/${lab.lists.phone}/records/bulks`;

it('creates records, answers 201 with them, and gives priority 11 where none came', async () => {
	const response = await lab.create([
		ana(1),
		ana(2, { priority: 10, timezone: 'Asia/Tokyo', extra_data: { a: 1 }, external_url: 'u' }),
	]);
	expect(response.status).toBe(201);
	expect(response.headers['content-type']).toMatch(/^application\/hal\+json/);
	expect(response.data).toMatchObject({ has_errors: false, total_errors: 0, total_created: 2 });
	const [first, second] = entries(response);
	expect(first).toMatchObject({ priority: 11, timezone: 'Europe/Prague', extra_data: {} });
	expect(second).toMatchObject({ priority: 10, timezone: 'Asia/Tokyo', external_url: 'u' });
	const { store } = lab.talkdesk;
	expect(store.get(lab.lists.phone, first?.id ?? '')).toMatchObject(ana(1));
	expect(store.writes.map(({ id, operation, position }) => [id, operation, position])).toEqual([
		[first?.id, 'create', 0],
		[second?.id, 'create', 1],
	]);
	expect(lab.calls[0]).toMatchObject({
		records: 2,
		recordIds: ['+420601000001', '+420601000002'],
	});
});

it.each([
	['no first name', { first_name: undefined }, ['FIRST_NAME_MISSING']],
	['a long last name', { last_name: 'x'.repeat(81) }, ['LAST_NAME_INVALID']],
	['no phone numbers', { phone_numbers: undefined }, ['PHONE_NUMBER_MISSING']],
	['a phone number without country', { phone_numbers: [phone('0601')] }, ['PHONE_NUMBER_INVALID']],
	['a bad priority', { priority: 11 }, ['PRIORITY_INVALID']],
	['a bad time zone', { timezone: 'Mars' }, ['TIMEZONE_INVALID']],
	['a null time zone', { timezone: null }, ['TIMEZONE_MISSING']],
	['a number nobody places', { phone_numbers: [phone('+99912345678')] }, ['TIMEZONE_UNMATCHED']],
	['extra_data that is a list', { extra_data: [] }, ['OTHER']],
	['a number as external id', { external_id: 5 }, ['OTHER']],
	['an unknown field', { colour: 'red' }, ['OTHER']],
	['two faults', { first_name: '', priority: 0 }, ['FIRST_NAME_MISSING', 'PRIORITY_INVALID']],
])('echoes a record with %s and its codes, with status 201', async (_name, change, codes) => {
	const given = ana(1, change);
	const response = await lab.create([given, ana(2)]);
	expect(response.status).toBe(201);
	expect(response.data).toMatchObject({ has_errors: true, total_errors: 1, total_created: 1 });
	expect(errorsOf(response)).toEqual([codes, undefined]);
	expect(entries(response)[0]).toMatchObject(JSON.parse(JSON.stringify(given)) as object);
	expect(lab.talkdesk.store.count(lab.lists.phone)).toBe(1);
});

it('answers 201 even when every record fails', async () => {
	const response = await lab.create([{}, {}]);
	expect(response.status).toBe(201);
	expect(response.data).toMatchObject({ has_errors: true, total_errors: 2, total_created: 0 });
});

it('shows an id on a failed entry that means nothing, and none by the switch', async () => {
	const failed = entries(await lab.create([{}]))[0];
	expect(failed?.id).toEqual(expect.any(String));
	expect(lab.talkdesk.store.get(lab.lists.phone, failed?.id ?? '')).toBeUndefined();
	lab.talkdesk.switches.idOnFailedCreate = false;
	expect(Object.keys(entries(await lab.create([{}]))[0] ?? {})).toEqual(['errors']);
});

describe('the dedupe rule of the list', () => {
	it('takes a phone number once where it is the identifier', async () => {
		expect(errorsOf(await lab.create([ana(1), ana(1)]))).toEqual([
			undefined,
			['PHONE_NUMBER_NOT_UNIQUE'],
		]);
		expect(errorsOf(await lab.create([ana(1)]))).toEqual([['PHONE_NUMBER_NOT_UNIQUE']]);
	});

	it('takes an external reference once where it is the identifier, and demands it', async () => {
		const ref = { external_provider: 'crm', external_id: '7' };
		const response = await lab.create(
			[
				ana(1, ref),
				ana(1, ref),
				ana(1, { external_id: '8' }),
				ana(1, { ...ref, external_id: '9' }),
			],
			lab.lists.external,
		);
		expect(errorsOf(response)).toEqual([undefined, ['OTHER'], ['EXTERNAL_REF_MISSING'], undefined]);
	});

	it('takes anything twice where there is none', async () => {
		const response = await lab.create([ana(1), ana(1)], lab.lists.nothing);
		expect(errorsOf(response)).toEqual([undefined, undefined]);
		expect(lab.talkdesk.store.count(lab.lists.nothing)).toBe(2);
	});
});

describe('the request as a whole', () => {
	const many = (count: number) => Array.from({ length: count }, (_, at) => ana(at + 1));
	const refused = async (response: Promise<Response>) => {
		const { status, data } = await response;
		expect(lab.talkdesk.store.writes).toEqual([]);
		return [status, data.code];
	};

	it('holds up to 100 records', async () => {
		expect(await refused(lab.create(many(101)))).toEqual([400, '0530936']);
		expect((await lab.create(many(100))).data.total_created).toBe(100);
		lab.talkdesk.limits.recordsPerCreate = 101;
		expect((await lab.create(many(101), lab.lists.nothing)).data.total_created).toBe(101);
	});

	it('fits into the list or is refused', async () => {
		lab.talkdesk.limits.recordsPerList = 3;
		lab.record();
		lab.record();
		expect(await refused(lab.create(many(2)))).toEqual([400, '0530911']);
		expect((await lab.create([ana(9)])).status).toBe(201);
	});

	it('names an upload request of the list or none', async () => {
		const send = (upload_request_id: unknown) =>
			lab.send('POST', bulks(), { records: [ana(1)], upload_request_id });
		expect(await refused(send('nobody'))).toEqual([400, '0530937']);
		expect(await refused(send('x'.repeat(37)))).toEqual([400, '0530900']);
		expect(await refused(send(5))).toEqual([400, '0530900']);
		expect(await refused(send(lab.talkdesk.seedUploadRequest(lab.lists.nothing)))).toEqual([
			400,
			'0530937',
		]);
		const id = lab.talkdesk.seedUploadRequest(lab.lists.phone);
		const response = await send(id);
		expect(response.data._links['self']?.href).toContain(`upload_request=${id}`);
		const found = await lab.get(`/record-lists/${lab.lists.phone}/records`, {
			upload_request_id: id,
		});
		expect(found.data['total']).toBe(1);
	});

	it.each([
		['an array', []],
		['no records', {}],
		['records that are none', { records: {} }],
		['text among the records', { records: ['x'] }],
		['no JSON', '{'],
	])('is refused for %s', async (_name, body) => {
		expect(await refused(lab.send('POST', bulks(), body))).toEqual([400, '0530900']);
	});

	it('is refused without records, or taken by the switch', async () => {
		expect(await refused(lab.create([]))).toEqual([400, '0530900']);
		lab.talkdesk.switches.emptyBatch = 'accept';
		expect((await lab.create([])).data.total_created).toBe(0);
	});

	it('may be declared as JSON, or by the switch only as the documented type', async () => {
		const send = async (type: string) => (await lab.send('POST', bulks(), {}, type)).status;
		const full = async (type: string, number: number) =>
			(await lab.send('POST', bulks(), { records: [ana(number)] }, type)).status;
		expect(await full('application/json', 1)).toBe(201);
		expect(await full(HAL_TYPE, 2)).toBe(201);
		expect(await full(PATCH_TYPE, 3)).toBe(400);
		expect(await send('text/plain')).toBe(400);
		lab.talkdesk.switches.writeMediaType = 'hal';
		expect(await full('application/json', 4)).toBe(400);
		expect(await full(`${HAL_TYPE};charset=utf-8`, 5)).toBe(201);
	});

	it('must name a list that exists', async () => {
		expect((await lab.create([ana(1)], 'nobody')).data.code).toBe('0530910');
	});
});

describe('time zones', () => {
	it('are worked out from the phone number, or demanded by the switch', async () => {
		expect(entries(await lab.create([ana(1)]))[0]?.timezone).toBe('Europe/Prague');
		lab.talkdesk.switches.missingTimezone = 'missing';
		expect(errorsOf(await lab.create([ana(2)]))).toEqual([['TIMEZONE_MISSING']]);
		expect(errorsOf(await lab.create([ana(2, { timezone: 'GMT' })]))).toEqual([undefined]);
	});

	it('that cannot be worked out fail the record, or by the switch all', async () => {
		const batch = [ana(1), ana(2, { phone_numbers: [phone('+99912345678')] })];
		lab.talkdesk.switches.unmatchedTimezone = 'wholeRequest';
		const refused = await lab.create(batch);
		expect([refused.status, refused.data.code]).toEqual([400, '0530940']);
		expect(lab.talkdesk.store.writes).toEqual([]);
		lab.talkdesk.switches.unmatchedTimezone = 'perRecord';
		expect(errorsOf(await lab.create(batch))).toEqual([undefined, ['TIMEZONE_UNMATCHED']]);
	});
});

it('wants phone_numbers, or takes the deprecated field by the switch', async () => {
	const old = { first_name: 'Ana', last_name: 'Kral', phone_number: '+420601000001' };
	expect(errorsOf(await lab.create([old]))).toEqual([['PHONE_NUMBER_MISSING']]);
	lab.talkdesk.switches.deprecatedPhone = 'counts';
	const response = await lab.create([old]);
	expect(entries(response)[0]).toMatchObject({ phone_numbers: [phone(1)] });
});
