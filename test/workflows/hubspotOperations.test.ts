import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { createBench, NODE, tally, branches, type Bench } from './bench';

let bench: Bench;
beforeEach(async () => {
	bench = await createBench();
	bench.sandbox.hubspot.limits.enabled = false;
});
afterEach(async () => {
	await bench.stop();
});

const store = () => bench.sandbox.hubspot.store;
const calls = (end: string) => bench.sandbox.calls.filter(({ path }) => path.endsWith(end));
const seed = (count: number) => bench.sandbox.hubspot.seedContacts(count);
const run = async (operation: string, items: IDataObject[], parameters: INodeParameters = {}) => {
	const result = await bench.run(items, { parameters: { operation, ...parameters } });
	return { result, ...branches(result), hint: result.hints(NODE)[0]?.message ?? '' };
};

describe('Create', () => {
	const people = (count: number): IDataObject[] =>
		Array.from({ length: count }, (_, n) => ({
			email: `Person.${n}@tannhof.example`,
			lastname: `Voss ${n % 3}`,
		}));

	it('gives each item the record that was made of it, although results come in any order', async () => {
		const { success, hint } = await run('create', people(250));
		expect(success).toHaveLength(250);
		expect(hint).toMatch(/^250 written · 3 requests · /);
		for (const { json, pairedItem } of success) {
			const { item } = pairedItem as { item: number };
			const stored = store().get('contacts', json.id as string);
			expect(stored).toMatchObject({ email: `person.${item}@tannhof.example` });
		}
	});

	it('tells of an address in use whose it is, and creates the others', async () => {
		const [id = ''] = seed(1);
		const taken = { email: store().get('contacts', id)?.email ?? '', lastname: 'Again' };
		const { success, failures } = await run('create', [...people(5), taken]);
		expect(success).toHaveLength(5);
		expect(tally(failures)).toEqual({ 'rejected CONFLICT': 1 });
		expect(failures[0]?.message).toContain(`Existing ID: ${id}`);
	});

	it('creates a contact once when two items have its address', async () => {
		const twice = [...people(3), { email: 'PERSON.1@tannhof.example', lastname: 'Later' }];
		const { success, failures } = await run('create', twice);
		expect(success).toHaveLength(3);
		expect(tally(failures)).toEqual({ 'rejected CONFLICT': 1 });
		expect(store().count('contacts')).toBe(3);
	});

	it('never sends a batch again whose answer was lost', async () => {
		bench.sandbox.hubspot.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
		const { success, failures } = await run('create', people(20));
		expect([success.length, tally(failures)]).toEqual([0, { 'unconfirmed ECONNRESET': 20 }]);
		expect(calls('/batch/create')).toHaveLength(1);
		expect(store().count('contacts')).toBe(20);
	});
});

describe('Create or Update', () => {
	it('updates the contacts that are there, creates the others, and says which', async () => {
		const [id = ''] = seed(1);
		const known = store().get('contacts', id)?.email;
		const { success } = await run(
			'upsert',
			[
				{ Mail: known, jobtitle: 'Buyer' },
				{ Mail: ' New@tannhof.example ', jobtitle: 'Seller' },
			],
			{ idField: 'Mail' },
		);
		expect(success.map(({ json }) => json.new)).toEqual([false, true]);
		expect(store().get('contacts', id)?.jobtitle).toBe('Buyer');
		expect(store().getBy('contacts', 'email', 'new@tannhof.example')?.jobtitle).toBe('Seller');
	});

	it.each(['supported', 'wholeBatchFails'] as const)(
		'one bad value costs one item, with partial upserts by email %s',
		async (partialUpsertByEmail) => {
			bench.sandbox.hubspot.switches.partialUpsertByEmail = partialUpsertByEmail;
			const items = Array.from({ length: 30 }, (_, n) => ({
				Mail: `p${n}@tannhof.example`,
				hs_lead_status: n === 7 ? 'Lukewarm' : 'NEW',
			}));
			const { success, failures } = await run('upsert', items, { idField: 'Mail' });
			expect([success.length, tally(failures)]).toEqual([29, { 'rejected INVALID_OPTION': 1 }]);
			expect(store().count('contacts')).toBe(29);
		},
	);

	it('knows a contact reached by a further address of its, which comes back under its first', async () => {
		store().put('contacts', '7', {
			email: 'anna@tannhof.example',
			hs_additional_emails: 'a2@tannhof.example',
		});
		const { success } = await run('upsert', [{ Mail: 'a2@tannhof.example', city: 'Ulm' }], {
			idField: 'Mail',
		});
		expect(success[0]?.json.id).toBe('7');
		expect(store().get('contacts', '7')).toMatchObject({
			email: 'anna@tannhof.example',
			city: 'Ulm',
		});
	});

	it('goes by a property with unique values, and refuses to change it', async () => {
		const { success, failures } = await run(
			'upsert',
			[
				{ No: 'A-1', lastname: 'Voss' },
				{ No: 'A-2', customer_number: 'A-3', lastname: 'Lind' },
			],
			{ idField: 'No', uniqueProperty: 'customer_number' },
		);
		expect(success).toHaveLength(1);
		expect(store().getBy('contacts', 'customer_number', 'A-1')?.lastname).toBe('Voss');
		expect(tally(failures)).toEqual({ 'rejected ID_CHANGED': 1 });
	});

	it('sends nothing by the record ID', async () => {
		const { failures } = await run('upsert', [{ No: '7' }], {
			idField: 'No',
			uniqueProperty: 'hs_object_id',
		});
		expect(tally(failures)).toEqual({ 'rejected INVALID_ID_PROPERTY': 1 });
		expect(calls('/batch/upsert')).toHaveLength(0);
	});
});

describe('Archive', () => {
	const rows = (ids: string[]) => ids.map((id) => ({ 'Record ID': id }));

	it('says archived only of records that HubSpot shows as archived', async () => {
		const ids = seed(150);
		const { success, failures, hint } = await run('archive', rows([...ids, '777']));
		expect(success).toHaveLength(150);
		expect(success[0]?.json).toMatchObject({ id: ids[0], archived: true });
		expect(tally(failures)).toEqual({ 'rejected OBJECT_NOT_FOUND': 1 });
		expect(failures[0]?.message).toBe(
			'HubSpot rejected item 150: no record among contacts has the ID "777", or it is archived (OBJECT_NOT_FOUND)',
		);
		expect(hint).toMatch(/^150 archived · 1 rejected · 5 requests · /);
		expect(store().count('contacts')).toBe(0);
	});

	it('notices a yes that did nothing', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ path }) => path.endsWith('/batch/archive'),
			fault: { kind: 'respond', status: 204, body: undefined },
		});
		const { success, failures } = await run('archive', rows(seed(3)));
		expect([success.length, tally(failures)]).toEqual([0, { 'unconfirmed NOT_ARCHIVED': 3 }]);
	});

	it('reads the answer of a HubSpot that reports unknown IDs', async () => {
		bench.sandbox.hubspot.switches.archiveUnknown = 'report';
		const { success, failures } = await run('archive', rows([...seed(2), '777']));
		expect([success.length, tally(failures)]).toEqual([2, { 'rejected OBJECT_NOT_FOUND': 1 }]);
	});

	it('two items with one ID share its fate and one place in the request', async () => {
		const [id = ''] = seed(1);
		const { success } = await run('archive', rows([id, id, `${id}.0`]));
		expect(success).toHaveLength(3);
		expect(calls('/batch/archive').map(({ records }) => records)).toEqual([1]);
	});

	it('takes HubSpot’s yes for it without Confirm, and calls it accepted', async () => {
		const options = { options: { confirm: false } };
		const { success, hint } = await run('archive', rows(seed(2)), options);
		expect(success).toHaveLength(2);
		expect(hint).toMatch(/^2 accepted · 1 request · /);
	});

	it('does not claim what it may not look at', async () => {
		bench.sandbox.hubspot.tokens.add({
			token: 'writer',
			scopes: ['crm.objects.contacts.write'],
			kind: 'static',
		});
		const result = await bench.run(rows(seed(2)), {
			parameters: { operation: 'archive' },
			credential: { accessToken: 'writer' },
		});
		expect(tally(branches(result).failures)).toEqual({ 'unconfirmed MISSING_SCOPES': 2 });
	});
});

describe('Get Many by ID', () => {
	it('reads a record for each item, 100 per request, and says which are not there', async () => {
		const ids = seed(250);
		const items = [...ids, '777'].map((id) => ({ 'Record ID': id }));
		const { success, failures, hint } = await run('read', items, { properties: ['email', 'city'] });
		expect(success).toHaveLength(250);
		expect(success[4]?.json).toMatchObject({
			id: ids[4],
			properties: { email: store().get('contacts', ids[4] ?? '')?.email },
		});
		expect(tally(failures)).toEqual({ 'rejected OBJECT_NOT_FOUND': 1 });
		expect(hint).toMatch(/^250 read · 1 rejected · 3 requests · /);
	});

	it('asks once for a record that many items name', async () => {
		const ids = seed(3);
		const items = Array.from({ length: 500 }, (_, n) => ({ Company: ids[n % 3] }));
		const { success } = await run('read', items, { idField: 'Company' });
		expect(success).toHaveLength(500);
		expect(
			success.every(({ json, pairedItem }) => {
				const { item } = pairedItem as { item: number };
				return json.id === ids[item % 3];
			}),
		).toBe(true);
		expect(calls('/batch/read').map(({ records }) => records)).toEqual([3]);
	});

	it('finds contacts by any of their addresses', async () => {
		store().put('contacts', '7', {
			email: 'anna@tannhof.example',
			hs_additional_emails: 'a2@tannhof.example;a3@tannhof.example',
		});
		const items = ['ANNA@tannhof.example', 'a3@tannhof.example', 'no@tannhof.example'].map(
			(Mail) => ({ Mail }),
		);
		const { success, failures } = await run('read', items, {
			idField: 'Mail',
			lookupProperty: 'email',
		});
		expect(success.map(({ json }) => json.id)).toEqual(['7', '7']);
		expect(failures[0]?.message).toContain('has the email "no@tannhof.example"');
	});
});

describe('Get Many', () => {
	const list = async (parameters: INodeParameters) =>
		await run('getAll', [{}], { returnAll: true, ...parameters });

	it('lists all records, page by page', async () => {
		const ids = seed(250);
		const { success } = await list({ properties: ['city'] });
		expect(success.map(({ json }) => json.id)).toEqual(ids);
		expect(success[0]?.json.properties).toHaveProperty('city');
		expect(calls('/objects/contacts')).toHaveLength(3);
	});

	it('lists no more than Limit', async () => {
		seed(250);
		const { success } = await list({ returnAll: false, limit: 120 });
		expect(success).toHaveLength(120);
	});

	it('lists archived records, at the version chosen', async () => {
		const [id = ''] = seed(3);
		store().archive('contacts', id);
		const { success } = await list({ options: { archived: true, apiVersion: '2026-03' } });
		expect(success.map(({ json }) => json.id)).toEqual([id]);
		expect(calls('/crm/objects/2026-03/contacts')).toHaveLength(1);
	});

	it('refuses in HubSpot’s own words', async () => {
		const objectType = { __rl: true, mode: 'id', value: 'nothing_such' };
		const { failures } = await list({ objectType });
		expect(failures[0]?.message).toMatch(/^HubSpot rejected item 0: .*nothing_such/);
	});
});
