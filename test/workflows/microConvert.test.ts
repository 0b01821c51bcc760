import type { IDataObject } from 'n8n-workflow';
import { CONTACT_LIST_ID } from '../sandbox/micro/objectTypes';
import { createMicroBench, NODE, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench();
});
afterEach(async () => {
	await bench.stop();
});

const schemas = () => bench.calls(/\/properties$/);
/** Writes these values into one contact and gives back what is stored. */
async function written(values: IDataObject, options: IDataObject = {}) {
	const [item = {}] = bench.contacts(1, ({ 'Record ID': id }) => ({ 'Record ID': id }));
	const ended = await bench.run([{ ...item, ...values }], {
		convertValues: true,
		options: { timeZone: 'Europe/Vienna', ...options },
	});
	return { ...ended, stored: bench.stored(item) };
}

describe('Values take the form of the property, by Micro’s schema', () => {
	it.each<[string, IDataObject, unknown]>([
		['a number from a text', { lead_score: '1 234,5' }, { lead_score: 1234.5 }],
		['a text from a number', { customer_number: 4711 }, { customer_number: '4711' }],
		['yes and no', { opted_in: 'Yes' }, { opted_in: true }],
		['a day', { contract_start: '31.12.2025' }, { contract_start: '2025-12-31' }],
		['a spreadsheet’s day', { contract_start: 46022 }, { contract_start: '2025-12-31' }],
		[
			'a local time',
			{ contract_start: '2025-12-31 08:00' },
			{ contract_start: '2025-12-31T07:00:00.000Z' },
		],
		['an option’s label', { seniority: 'vice president' }, { seniority: 'vice-president' }],
		['labels in a text', { tags: 'VIP; Trade fair' }, { tags: ['vip', 'trade-fair'] }],
		['labels with commas between', { tags: 'VIP, Partner' }, { tags: ['vip', 'partner'] }],
		['one value for a list', { phone_numbers: '+43 1 2345' }, { phone_numbers: ['+43 1 2345'] }],
		['an object for JSON', { import_notes: { a: [1] } }, { import_notes: { a: [1] } }],
	])('%s', async (_, values, stored) => {
		const ended = await written(values);
		expect(ended.tally).toEqual({});
		expect(ended.stored).toMatchObject(stored as object);
		expect(schemas()).toHaveLength(1);
	});

	it.each<[string, IDataObject, string, RegExp]>([
		['an unclear number', { lead_score: '1,234' }, 'lead_score', /Decimal Separator/],
		['no number', { lead_score: 'many' }, 'lead_score', /expected a number, found "many"/],
		['too many digits', { lead_score: '12345678901234567890' }, 'lead_score', /15 digits/],
		['an unclear day', { contract_start: '03/04/2025' }, 'contract_start', /Date Order/],
		['an unknown option', { seniority: 'Boss' }, 'seniority', /one of "entry", .+ found "Boss"/],
		['an unknown one in a list', { tags: 'VIP, Boss' }, 'tags', /in a list: expected one of/],
		['a name for a reference', { company: 'Acme' }, 'company', /ID of a record .+ found "Acme"/],
		['a list for a text', { title: ['a'] }, 'title', /expected a text, found a list/],
	])('%s would be a guess: rejected, not sent', async (_, values, field, words) => {
		const { failures } = await written(values);
		expect(failures[0]?.error).toMatchObject({ state: 'rejected', code: 'INVALID_VALUE', field });
		expect(failures[0]?.message).toMatch(words);
		expect(bench.batches()).toHaveLength(0);
	});

	it('the user says what is unclear', async () => {
		const { stored } = await written(
			{ contract_start: '03/04/2025', lead_score: '1,234' },
			{ dateOrder: 'dayFirst', decimalSeparator: 'point' },
		);
		expect(stored).toMatchObject({ contract_start: '2025-04-03', lead_score: 1234 });
	});

	it('changes to a set are converted as well', async () => {
		const change = { _op: 'append', values: ['no uuid'] };
		const { failures } = await written({ documents: change });
		expect(failures[0]?.message).toMatch(/in a list: expected the ID of a record/);
		const documents = bench.micro.seed('document', 1);
		const { stored } = await written({ documents: { _op: 'append', values: documents } });
		expect(stored).toMatchObject({ documents });
	});

	it('properties of a list have types of their own', async () => {
		const [id] = bench.micro.seedContacts(1, { listId: CONTACT_LIST_ID });
		const { tally } = await bench.run([{ 'Record ID': id, stage: 'In touch', priority: '3' }], {
			convertValues: true,
			writeInto: 'list',
			listId: CONTACT_LIST_ID,
		});
		expect(tally).toEqual({});
		const record = bench.micro.store.record('contact', String(id));
		expect(record?.list[CONTACT_LIST_ID]).toMatchObject({ stage: 'in-touch', priority: 3 });
	});

	it('the schema is read once for thousands of items, and not at all without need', async () => {
		await bench.run(bench.contacts(1000), { convertValues: true });
		expect(schemas()).toHaveLength(1);
		await bench.run(bench.contacts(10), { convertValues: false });
		expect(schemas()).toHaveLength(1);
	});

	it('where it cannot be read, nothing is sent, and every item says why', async () => {
		bench.micro.faults.add({ fault: { kind: 'respond', status: 403, body: { message: 'No' } } });
		const { tally } = await bench.run(bench.contacts(10), { convertValues: true });
		expect(tally).toEqual({ 'notSent HTTP_403': 10 });
		expect(bench.batches()).toHaveLength(0);
	});
});

describe('Columns', () => {
	it('that nobody can write are left out, as a read record has them', async () => {
		const { tally, stored } = await written({ title: 'Buyer', created_at: '2025-01-01' });
		expect(tally).toEqual({});
		expect(stored).toMatchObject({ title: 'Buyer' });
	});

	it.each([
		['send', { 'rejected invalid_request': 1 }],
		['ignore', {}],
		['reject', { 'rejected UNKNOWN_COLUMN': 1 }],
	])('that are no properties: %s', async (unknownColumns, told) => {
		const { tally, result } = await written({ title: 'x', shoe_size: 43 }, { unknownColumns });
		expect(tally).toEqual(told);
		const hint = result.hints(NODE)[0]?.message ?? '';
		expect(hint.includes('Left out, unknown to Micro: shoe_size')).toBe(
			unknownColumns === 'ignore',
		);
	});
});

describe('Map Manually', () => {
	const fields = async (changes: IDataObject = {}) => {
		const node = {
			name: NODE,
			type: 'n8n-nodes-bulk-records.microBulk',
			typeVersion: 1,
			parameters: {
				resource: 'record',
				operation: 'update',
				objectType: { __rl: true, mode: 'list', value: 'contact' },
				...changes,
			},
			credentials: { microBulkApi: { id: '1', name: 'Micro' } },
		};
		const credentials = { microBulkApi: bench.credential };
		const asked = bench.engine.resourceMapping(node as never, credentials, 'getProperties');
		return await bench.time.drive(asked);
	};

	it('offers the properties that can be written, with labels, types and options', async () => {
		const { fields: offered } = await fields();
		const byId = new Map(offered.map((field) => [field.id, field]));
		expect(byId.has('created_at')).toBe(false);
		expect(byId.has('last_interaction_date')).toBe(false);
		expect(byId.get('lead_score')?.type).toBe('number');
		expect(byId.get('seniority')).toMatchObject({
			type: 'options',
			options: expect.arrayContaining([
				{ name: 'Vice President', value: 'vice-president' },
			]) as object,
		});
		expect(byId.has('stage')).toBe(false);
	});

	it('offers those of a list', async () => {
		const { fields: offered } = await fields({ writeInto: 'list', listId: CONTACT_LIST_ID });
		expect(offered.map(({ id }) => id).sort()).toEqual(['priority', 'reference_number', 'stage']);
	});

	it('sends what is mapped, and nothing else', async () => {
		const [item = {}] = bench.contacts(1);
		const { tally } = await bench.run([{ ...item, 'Job title': 'CEO' }], {
			convertValues: true,
			fieldsToSend: 'manual',
			mapping: {
				mappingMode: 'defineBelow',
				value: { title: '={{ $json["Job title"] }}', lead_score: '7' },
			},
		});
		expect(tally).toEqual({});
		expect(bench.stored(item)).toMatchObject({ title: 'CEO', lead_score: 7 });
	});
});
