import { ARCHIVE, CREATE, READ, UPDATE, UPSERT, useLab, V3 } from './lab';

const lab = useLab();
const JSON_TYPE = { 'content-type': 'application/json' };

describe('object types', () => {
	it.each(['contacts', 'contact', '0-1'])('knows contacts as %s', async (spelling) => {
		const id = lab.contact();
		const path = `${V3}/${spelling}/batch/update`;
		const response = await lab.inputs(path, [{ id, properties: { city: 'Ulm' } }]);
		expect(response.status).toBe(200);
		expect(lab.hubspot.store.get('contacts', id)?.['city']).toBe('Ulm');
	});

	it.each([
		['2-41', 200],
		['p4242001_machine', 200],
		['machine', 400],
	])('answers custom type %s with %i', async (spelling, status) => {
		lab.hubspot.defineObjectType({ name: 'machine', objectTypeId: '2-41' });
		expect((await lab.inputs(`${V3}/${spelling}/batch/update`, [])).status).toBe(status);
	});

	it('takes bare custom names by the switch bareCustomNames', async () => {
		lab.hubspot.defineObjectType({ name: 'machine' });
		lab.hubspot.switches.bareCustomNames = 'accept';
		expect((await lab.inputs(`${V3}/machine/batch/update`, [])).status).toBe(200);
	});

	it.each([
		['unicorns', 'Unable to infer object type from: unicorns'],
		['Contacts', 'Unable to infer object type from: Contacts'],
		['0-9999', 'Invalid object or event type id: 0-9999'],
	])('refuses %s without a category', async (spelling, message) => {
		const response = await lab.inputs(`${V3}/${spelling}/batch/update`, []);
		expect(response.status).toBe(400);
		expect(response.data.message).toBe(message);
		expect(response.data.category).toBeUndefined();
	});
});

describe('paths', () => {
	it.each(['/crm/v3/objects', '/crm/objects/2026-03', '/crm/objects/2026-09'])(
		'serves the same below %s',
		async (root) => {
			const id = lab.contact();
			const response = await lab.inputs(`${root}/contacts/batch/update`, [
				{ id, properties: { city: 'Ulm' } },
			]);
			expect(response.status).toBe(200);
			expect(response.data.results[0]?.id).toBe(id);
		},
	);

	it.each([
		['post', '/crm/objects/2025-01/contacts/batch/update', 404],
		['post', '/crm/v3/objects/contacts/batch/nothing', 404],
		['get', '/crm/v3/nothing', 404],
		['put', '/crm/v3/objects/contacts/1', 405],
		['get', '/crm/v3/objects/%E0%A4%A/1', 400],
	])('answers %s %s with %i', async (method, url, status) => {
		expect((await lab.http.request({ method, url })).status).toBe(status);
	});

	it('answers 414 to a target longer than the switch longestUrl', async () => {
		expect((await lab.get(`/account-info/v3/details?x=${'y'.repeat(9000)}`)).status).toBe(414);
		lab.hubspot.switches.longestUrl = 10_000;
		expect((await lab.get(`/account-info/v3/details?x=${'y'.repeat(9000)}`)).status).toBe(200);
	});
});

describe('bodies', () => {
	it.each([
		['broken JSON', '{"inputs":[\n{"id":"1",]}', /line 2, column/],
		['no JSON at all', 'hello', /line 1, column/],
		['an empty body', '', /line 1, column/],
		['a list instead of an object', '[]', /an object from an array/],
		['inputs that are no list', '{"inputs":{}}', /line 1, column 11: .*a list from a object/],
		[
			'an input that is no object',
			'{"inputs":[\n  {"id":"1","properties":{}},\n  7]}',
			/line 3, column 3/,
		],
		['an id that is a number', '{"inputs":[{"id":1,"properties":{}}]}', /column 18: .*text/],
		['an id that is missing', '{"inputs":[{"properties":{}}]}', /\[id\]/],
		['properties that are missing', '{"inputs":[{"id":"1"}]}', /\[properties\]/],
		['properties that are a list', '{"inputs":[{"id":"1","properties":[]}]}', /Cannot deserialize/],
		[
			'a value that is an object',
			'{"inputs":[{"id":"1","properties":{"a":"\\"","city":{}}}]}',
			/text/,
		],
		[
			'a trace id that is a number',
			'{"inputs":[{"id":"1","properties":{},"objectWriteTraceId":1}]}',
			/text/,
		],
	])(
		'answers %s with a 400 that tells line and column, without category',
		async (_n, body, text) => {
			const response = await lab.http.post(UPDATE, body, {
				headers: JSON_TYPE,
				transformRequest: [(data: unknown) => data],
			});
			expect(response.status).toBe(400);
			expect(response.data.message).toMatch(text);
			expect(response.data.category).toBeUndefined();
			expect(lab.hubspot.store.writes).toEqual([]);
		},
	);

	it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'nonsense'])(
		'answers %s with 415 and no body, or 400 by the switch wrongMediaType',
		async (type) => {
			const call = () =>
				lab.http.post(UPDATE, '{"inputs":[]}', { headers: { 'content-type': type } });
			const response = await call();
			expect([response.status, response.data]).toEqual([415, '']);
			lab.hubspot.switches.wrongMediaType = 400;
			expect((await call()).status).toBe(400);
		},
	);

	it('takes a charset beside the media type', async () => {
		const type = { 'content-type': 'application/json; charset=UTF-8' };
		expect((await lab.post(UPDATE, { inputs: [] }, type)).status).toBe(200);
	});

	it('takes ids as numbers only by the switch numericIds', async () => {
		const id = lab.contact();
		const call = () => lab.inputs(UPDATE, [{ id: Number(id), properties: { city: 'Ulm' } }]);
		expect((await call()).status).toBe(400);
		lab.hubspot.switches.numericIds = 'accept';
		expect((await call()).data.results[0]?.id).toBe(id);
	});

	it('coerces bare numbers and booleans, unless the switch bareValues refuses them', async () => {
		const id = lab.contact();
		const properties = { annualrevenue: 12.5, newsletter_opt_in: true };
		const response = await lab.inputs(UPDATE, [{ id, properties }]);
		expect(response.data.results[0]?.properties).toMatchObject({
			annualrevenue: '12.5',
			newsletter_opt_in: 'true',
		});
		lab.hubspot.switches.bareValues = 'refuse';
		expect((await lab.inputs(UPDATE, [{ id, properties }])).status).toBe(400);
	});

	it('has no size limit, unless the switch maxBodyBytes sets one', async () => {
		const inputs = [{ id: lab.contact(), properties: { notes: 'x'.repeat(50_000) } }];
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(200);
		lab.hubspot.switches.maxBodyBytes = 50_000;
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(413);
	});
});

describe('inputs', () => {
	it.each([
		[UPDATE, 200],
		[UPSERT, 200],
		[CREATE, 201],
		[READ, 200],
	])('answers %s without inputs with success and does nothing', async (path, status) => {
		const id = lab.contact({ city: 'Ulm' });
		const response = await lab.post(path, { records: [{ id, properties: { city: 'Bonn' } }] });
		expect(response.status).toBe(status);
		expect(response.data).toMatchObject({ status: 'COMPLETE', results: [] });
		expect(lab.hubspot.store.get('contacts', id)?.['city']).toBe('Ulm');
	});

	it('answers an empty list the same, unless the switch emptyInputs refuses it', async () => {
		expect((await lab.inputs(UPDATE, [])).data).toMatchObject({ status: 'COMPLETE', results: [] });
		lab.hubspot.switches.emptyInputs = 'refuse';
		const refused = await lab.inputs(UPDATE, []);
		expect([refused.status, refused.data.category]).toEqual([400, 'VALIDATION_ERROR']);
	});

	it.each([UPDATE, CREATE, UPSERT, READ, ARCHIVE])('takes at most 100 on %s', async (path) => {
		const inputs = (count: number) =>
			Array.from({ length: count }, (_, at) => ({
				id: `n${at}`,
				idProperty: 'customer_number',
				properties: { lastname: 'Ackroyd' },
			}));
		expect((await lab.inputs(path, inputs(100))).status).toBeLessThan(300);
		const writes = lab.hubspot.store.writes.length;
		const refused = await lab.inputs(path, inputs(101));
		expect(refused.status).toBe(400);
		expect(refused.data.category).toBe('VALIDATION_ERROR');
		expect(refused.data.message).toContain('100');
		expect(lab.hubspot.store.writes.length).toBe(writes);
	});

	it.each([UPDATE, UPSERT])(
		'refuses a repeated key on %s, with trace ids or without',
		async (path) => {
			lab.contact({ customer_number: 'A' });
			const input = (city: string, trace: object) => ({
				id: 'A',
				idProperty: 'customer_number',
				properties: { city },
				...trace,
			});
			for (const traces of [
				[{}, {}],
				[{ objectWriteTraceId: '0' }, { objectWriteTraceId: '1' }],
			]) {
				const response = await lab.inputs(path, [
					input('Ulm', traces[0] as object),
					input('Bonn', traces[1] as object),
				]);
				expect(response.status).toBe(400);
				expect(response.data).toMatchObject({
					category: 'VALIDATION_ERROR',
					context: { ids: ['A'] },
				});
				expect(response.data.message).toMatch(/^Duplicate IDs found in batch input: \[A\]/);
			}
			expect(lab.hubspot.store.writes).toEqual([]);
		},
	);

	it('compares email keys without case, unless the switch emailDuplicates says exact', async () => {
		const inputs = ['ana@tannhof.example', 'ANA@tannhof.example'].map((id) => ({
			id,
			idProperty: 'email',
			properties: { city: 'Ulm' },
		}));
		expect((await lab.inputs(UPSERT, inputs)).status).toBe(400);
		lab.hubspot.switches.emailDuplicates = 'exact';
		expect((await lab.inputs(UPSERT, inputs)).status).not.toBe(400);
	});

	it('refuses a repeated trace id, unless the switch duplicateTraceIds accepts it', async () => {
		const inputs = [lab.contact(), lab.contact()].map((id) => ({
			id,
			properties: {},
			objectWriteTraceId: 'same',
		}));
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(400);
		lab.hubspot.switches.duplicateTraceIds = 'accept';
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(200);
	});
});

describe('idProperty', () => {
	it.each([
		['contacts', 'hs_object_id'],
		['contacts', 'lastname'],
		['contacts', 'nothing_such'],
		['companies', 'hs_object_id'],
		['companies', 'domain'],
		['deals', 'dealname'],
	])('refuses %s by %s in update, upsert and read', async (type, idProperty) => {
		for (const action of ['update', 'upsert', 'read']) {
			const response = await lab.post(`${V3}/${type}/batch/${action}`, {
				inputs: [{ id: '1', idProperty, properties: {} }],
				idProperty,
			});
			expect([response.status, response.data.category]).toEqual([400, 'VALIDATION_ERROR']);
			expect(response.data.message).toContain(idProperty);
		}
	});

	it('takes contact email everywhere but in update, where the switch updateByEmail allows it', async () => {
		const id = lab.contact({ email: 'ana@tannhof.example' });
		const inputs = [
			{ id: 'Ana@Tannhof.example', idProperty: 'email', properties: { city: 'Ulm' } },
		];
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(400);
		expect((await lab.inputs(READ, inputs, { idProperty: 'email' })).data.results[0]?.id).toBe(id);
		expect((await lab.inputs(UPSERT, inputs)).data.results[0]?.id).toBe(id);
		expect((await lab.get(`${V3}/contacts/ana@tannhof.example?idProperty=email`)).data['id']).toBe(
			id,
		);
		lab.hubspot.switches.updateByEmail = 'accept';
		expect((await lab.inputs(UPDATE, inputs)).data.results[0]?.id).toBe(id);
	});

	it('takes different ones in one batch, unless the switch mixedIdProperty refuses', async () => {
		const [first, second] = [lab.contact({ customer_number: 'A' }), lab.contact()];
		const inputs = [
			{ id: 'A', idProperty: 'customer_number', properties: { city: 'Ulm' } },
			{ id: second, properties: { city: 'Ulm' } },
		];
		const response = await lab.inputs(UPDATE, inputs);
		expect(response.data.results.map(({ id }) => id).sort()).toEqual([first, second]);
		lab.hubspot.switches.mixedIdProperty = 'refuse';
		expect((await lab.inputs(UPDATE, inputs)).status).toBe(400);
	});
});
