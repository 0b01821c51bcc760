import { CREATE, ids, UPDATE, UPSERT, useLab, V3 } from './lab';

const lab = useLab();
const anna = { email: 'Anna@tannhof.example', lastname: 'Voss' };
const trace = (objectWriteTraceId: string) => ({ objectWriteTraceId });
const byEmail = (id: string, properties: object = {}, more: object = {}) => ({
	id,
	idProperty: 'email',
	properties,
	...more,
});

describe('create', () => {
	it('answers 201 with new ids, without needing associations', async () => {
		const associations = [
			{
				to: { id: '5' },
				types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }],
			},
		];
		const response = await lab.inputs(CREATE, [
			{ properties: anna },
			{ properties: { lastname: 'Lind' }, associations },
		]);
		expect(response.status).toBe(201);
		expect(ids(response)).toHaveLength(2);
		expect(
			lab.hubspot.store
				.all('contacts')
				.map(({ id }) => id)
				.sort(),
		).toEqual(ids(response));
		const bad = await lab.inputs(CREATE, [{ properties: anna, associations: [{ to: 5 }] }]);
		expect(bad.status).toBe(400);
	});

	it('refuses the batch with 409 for an email in use, and tells the first one only', async () => {
		const id = lab.contact({ email: 'anna@tannhof.example' });
		const other = lab.contact({ email: 'ben@tannhof.example' });
		const response = await lab.inputs(CREATE, [
			{ properties: { lastname: 'New' } },
			{ properties: anna },
			{ properties: { email: 'ben@tannhof.example' } },
		]);
		expect([response.status, response.data.category]).toEqual([409, 'CONFLICT']);
		expect(response.data.message).toContain(`Existing ID: ${id}`);
		expect(response.data.message).not.toContain(`Existing ID: ${other}`);
		expect(lab.hubspot.store.writes).toEqual([]);
	});

	it('reports the conflict alone when trace ids are there', async () => {
		const id = lab.contact({ email: 'anna@tannhof.example' });
		const response = await lab.inputs(CREATE, [
			{ properties: { lastname: 'New' }, ...trace('0') },
			{ properties: anna, ...trace('1') },
		]);
		expect(response.status).toBe(207);
		expect(response.data.results).toHaveLength(1);
		expect(response.data.errors).toMatchObject([
			{ category: 'CONFLICT', context: { existingId: [id], objectWriteTraceId: ['1'] } },
		]);
	});

	it('tells a repeated email as a duplicate, or a conflict by repeatedUniqueOnCreate', async () => {
		const inputs = [
			{ properties: anna, ...trace('0') },
			{ properties: anna, ...trace('1') },
		];
		const response = await lab.inputs(CREATE, inputs);
		expect(response.status).toBe(400);
		expect(response.data.context?.ids).toEqual(['anna@tannhof.example']);
		lab.hubspot.switches.repeatedUniqueOnCreate = 'conflict';
		expect((await lab.inputs(CREATE, inputs)).data.errors).toMatchObject([
			{ category: 'CONFLICT', context: { objectWriteTraceId: ['1'] } },
		]);
	});

	it('tells another unique value in use by its own code', async () => {
		lab.contact({ customer_number: 'A' });
		const response = await lab.inputs(CREATE, [
			{ properties: { lastname: 'New', customer_number: 'A' } },
		]);
		expect(response.status).toBe(400);
		expect(response.data.errors[0]?.code).toBe('CONFLICTING_UNIQUE_VALUE');
	});

	it.each([
		['contacts', { city: 'Ulm' }, { firstname: 'Aino' }],
		['companies', { city: 'Ulm' }, { domain: 'tannhof.example' }],
		['deals', { dealname: 'A' }, { dealname: 'A', dealstage: 'closedwon' }],
		['tickets', { subject: 'A' }, { subject: 'A', hs_pipeline_stage: '1' }],
		['machine', { colour: 'red' }, { serial: '5' }],
	])('needs the minimum of %s', async (type, less, enough) => {
		lab.hubspot.switches.bareCustomNames = 'accept';
		const properties = [{ name: 'colour' }];
		lab.hubspot.defineObjectType({ name: 'machine', requiredProperties: ['serial'], properties });
		const path = `${V3}/${type}/batch/create`;
		const refused = await lab.inputs(path, [{ properties: less }]);
		expect(refused.data.errors[0]?.code).toBe('MISSING_REQUIRED_PROPERTY');
		expect((await lab.inputs(path, [{ properties: enough }])).status).toBe(201);
	});

	it('does not mind two companies with one domain', async () => {
		const properties = { domain: 'tannhof.example' };
		const path = `${V3}/companies/batch/create`;
		expect((await lab.inputs(path, [{ properties }, { properties }])).status).toBe(201);
	});
});

describe('upsert', () => {
	it('takes a unique property that a test defines, also in place of a plain one', async () => {
		const upsert = (id: string) =>
			lab.inputs(UPSERT, [{ id, idProperty: 'zip', properties: { lastname: 'Voss' } }]);
		expect((await upsert('1')).status).toBe(400);
		lab.hubspot.defineProperty('contacts', { name: 'zip', hasUniqueValue: true });
		expect((await upsert('1')).data.results[0]?.new).toBe(true);
		expect((await upsert('1')).data.results[0]?.new).toBe(false);
	});

	it('updates what it finds, creates the rest, and says which', async () => {
		const id = lab.contact({ email: 'anna@tannhof.example' });
		const response = await lab.inputs(UPSERT, [
			byEmail('ANNA@tannhof.example', { city: 'Ulm' }),
			byEmail('ben@tannhof.example', { city: 'Bonn' }),
		]);
		expect(response.status).toBe(200);
		const old = response.data.results.find((result) => result.id === id);
		const fresh = response.data.results.find((result) => result.id !== id);
		expect(old).toMatchObject({ new: false, properties: { email: 'anna@tannhof.example' } });
		expect(fresh).toMatchObject({ new: true, properties: { email: 'ben@tannhof.example' } });
	});

	it('reaches a contact by a further email and leaves the first one alone', async () => {
		const hs_additional_emails = 'a.voss@tannhof.example;a2@tannhof.example';
		const id = lab.contact({ email: 'anna@tannhof.example', hs_additional_emails });
		const email = 'a2@tannhof.example';
		const response = await lab.inputs(UPSERT, [byEmail(email, { email, city: 'Ulm' })]);
		expect(ids(response)).toEqual([id]);
		expect(lab.hubspot.store.get('contacts', id)).toMatchObject({
			email: 'anna@tannhof.example',
			city: 'Ulm',
		});
	});

	it('answers two emails of one contact with a result each, or once by aliasUpsertResults', async () => {
		lab.contact({ email: 'anna@tannhof.example', hs_additional_emails: 'a2@tannhof.example' });
		const inputs = [byEmail('anna@tannhof.example'), byEmail('a2@tannhof.example')];
		expect((await lab.inputs(UPSERT, inputs)).data.results).toHaveLength(2);
		lab.hubspot.switches.aliasUpsertResults = 'once';
		expect((await lab.inputs(UPSERT, inputs)).data.results).toHaveLength(1);
	});

	it('needs an idProperty, unless upsertWithoutIdProperty goes by record id', async () => {
		const id = lab.contact();
		const inputs = [
			{ id, properties: { city: 'Ulm' } },
			{ id: '777', properties: {} },
		];
		expect((await lab.inputs(UPSERT, inputs)).status).toBe(400);
		lab.hubspot.switches.upsertWithoutIdProperty = 'byRecordId';
		const response = await lab.inputs(UPSERT, inputs);
		expect(response.status).toBe(207);
		expect(ids(response)).toEqual([id]);
		expect(response.data.errors).toMatchObject([{ context: { ids: ['777'] } }]);
	});

	it('has partial success by email too, unless partialUpsertByEmail fails the batch', async () => {
		const inputs = [
			byEmail('nonsense', {}, trace('0')),
			byEmail('b@tannhof.example', {}, trace('1')),
		];
		const partial = await lab.inputs(UPSERT, inputs);
		expect(partial.status).toBe(207);
		expect(partial.data.errors).toMatchObject([{ context: { objectWriteTraceId: ['0'] } }]);
		lab.hubspot.switches.partialUpsertByEmail = 'wholeBatchFails';
		expect((await lab.inputs(UPSERT, inputs)).status).toBe(400);
	});

	it('asks of a new record what create asks', async () => {
		const key = { id: 'A', idProperty: 'customer_number' };
		const refused = await lab.inputs(UPSERT, [{ ...key, properties: { city: 'Ulm' } }]);
		expect(refused.data.errors[0]?.code).toBe('MISSING_REQUIRED_PROPERTY');
		const fine = await lab.inputs(UPSERT, [{ ...key, properties: { lastname: 'Voss' } }]);
		expect(fine.data.results[0]).toMatchObject({ new: true, properties: { customer_number: 'A' } });
		expect((await lab.inputs(UPDATE, [{ ...key, properties: { city: 'Ulm' } }])).status).toBe(200);
	});
});
