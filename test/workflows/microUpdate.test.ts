import type { IDataObject } from 'n8n-workflow';
import { MICRO_CONTACT_LIST } from '../sandbox';
import { createMicroBench, NODE, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench();
});
afterEach(async () => {
	await bench.stop();
});

const unknownId = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

describe('The example workflow', () => {
	/** 4 % bad ones of four kinds, two of them for Micro to find. */
	const mixed = () =>
		bench.contacts(5000, (item, index) => {
			if (index % 100 === 11) return { ...item, seniority: 'no-such-option' };
			if (index % 100 === 37) return { ...item, 'Record ID': unknownId(index) };
			if (index % 100 === 53) return { ...item, 'Record ID': 'anna@example.com' };
			return index % 100 === 89 ? { ...item, title: { first: 'Buyer' } } : item;
		});

	it('5,000 items, 4 % bad: the account equals the store, in as few requests as can be', async () => {
		const input = mixed();
		const { result, success, failures, tally } = await bench.run(input);

		expect([success.length, failures.length]).toEqual([4800, 200]);
		expect(tally).toEqual({
			'rejected invalid_request': 50,
			'rejected not_found': 50,
			'rejected INVALID_ID': 50,
			'rejected INVALID_VALUE': 50,
		});
		const written = new Set(bench.micro.store.writes.map(({ id }) => id));
		expect(written).toEqual(new Set(success.map(({ json }) => json.id)));
		expect(bench.micro.store.writes).toHaveLength(4800);
		// 4,900 pass the node's own check; the 100 that do not take no room in a request.
		expect(bench.batches().map(({ records }) => records)).toEqual(Array(49).fill(100));
		expect(bench.batches().every(({ status }) => status === 200)).toBe(true);
		expect(bench.micro.usedThisMonth(bench.credential.apiKey)).toBe(49);
		expect(result.output('Written')[0]).toHaveLength(4800);
		expect(result.output('Not Written')[0]).toHaveLength(200);
		expect(result.hints(NODE)[0]?.message).toMatch(/^4.?800 written · 200 rejected · 49 requests/);
	});

	it('a written item is Micro’s record, a failed one the input item with the reason', async () => {
		const input = bench.contacts(2, (item, index) =>
			index === 1 ? { ...item, seniority: 'no-such-option' } : item,
		);
		const { success, failures } = await bench.run(input);
		expect(success[0]?.json).toEqual({
			id: input[0]?.['Record ID'],
			default: { title: 'Buyer 0' },
		});
		expect(failures[0]).toMatchObject({
			...input[1],
			message: expect.stringMatching(/^Micro rejected item 1: .*seniority/) as string,
			error: {
				state: 'rejected',
				code: 'invalid_request',
				reportedBy: 'vendor',
				vendor: 'Micro',
				operation: 'update',
				httpStatus: 200,
				retryable: false,
				attempts: 1,
				batch: 1,
				requestId: expect.stringMatching(/^req_/) as string,
			},
		});
	});
});

describe('Records of every kind', () => {
	it.each([
		['identity', 'title'],
		['organization', 'name'],
		['deal', 'name'],
		['action', 'title'],
		['document', 'title'],
		['engagement', 'title'],
	])('%s by the same code', async (type, slug) => {
		const items = bench.micro
			.seed(type, 120)
			.map((id, index) => ({ 'Record ID': id, [slug]: `New ${index}` }));
		const { success } = await bench.run(items, {
			objectType: { __rl: true, mode: 'id', value: type },
		});
		expect(success).toHaveLength(120);
		expect(items.every((item) => bench.stored(item, type)?.[slug] === item[slug])).toBe(true);
		expect(bench.batches()).toHaveLength(2);
	});

	it('an expression may name another type for each item; one type is one batch', async () => {
		const contacts = bench.contacts(3, (item) => ({ ...item, type: 'contact' }));
		const people = bench.micro
			.seed('identity', 3)
			.map((id) => ({ 'Record ID': id, title: 'One of them', type: 'identity' }));
		const { success } = await bench.run([...contacts, ...people], {
			objectType: { __rl: true, mode: 'id', value: '={{ $json.type }}' },
			fieldsToSend: 'except',
			fields: 'type',
		});
		expect(success).toHaveLength(6);
		expect(bench.batches().map(({ records }) => records)).toEqual([3, 3]);
	});

	it('a type that is no name is refused here, and costs no request', async () => {
		const { tally } = await bench.run(bench.contacts(2), {
			objectType: { __rl: true, mode: 'id', value: '={{ "../contact" }}' },
		});
		expect(tally).toEqual({ 'rejected INVALID_OBJECT_TYPE': 2 });
		expect(bench.batches()).toHaveLength(0);
	});
});

describe('Values', () => {
	const runOne = async (values: IDataObject, parameters = {}) => {
		const items = bench.contacts(1, ({ 'Record ID': id }) => ({ 'Record ID': id, ...values }));
		const ended = await bench.run(items, parameters);
		return { ...ended, stored: bench.stored(items[0] as IDataObject) };
	};

	it('texts, numbers, booleans and lists arrive as what they are', async () => {
		const { stored } = await runOne({
			title: '  Chief  ',
			lead_score: 71.5,
			opted_in: true,
			seniority: 'vice-president',
			tags: ['vip', ' partner ', ''],
		});
		expect(stored).toMatchObject({
			title: 'Chief',
			lead_score: 71.5,
			opted_in: true,
			seniority: 'vice-president',
			tags: ['vip', 'partner'],
		});
	});

	it.each([null, '', '  ', []])('%j is left out, or clears, as the user chose', async (empty) => {
		const left = await runOne({ title: empty, city: 'Rome' });
		expect(left.stored?.title).toBeDefined();
		expect(left.stored?.city).toBe('Rome');
		const cleared = await runOne({ title: empty }, { emptyValues: 'clear' });
		expect(cleared.success).toHaveLength(1);
		expect(cleared.stored).toBeDefined();
		expect(cleared.stored?.title).toBeUndefined();
		expect((await runOne({ title: empty }, { emptyValues: 'reject' })).tally).toEqual({
			'rejected EMPTY_VALUE': 1,
		});
	});

	it('a change to a set adds and takes away without replacing it', async () => {
		const documents = bench.micro.seed('document', 3);
		const [item = {}] = bench.contacts(1);
		bench.micro.store.put('contact', String(item['Record ID']), { documents: [documents[0]] });
		const change = async (operation: string, id: unknown) =>
			await bench.run([{ ...item, documents: { _op: operation, values: [id] } }]);
		expect((await change('append', documents[1])).success).toHaveLength(1);
		expect(bench.stored(item)?.documents).toEqual([documents[0], documents[1]]);
		expect((await change('remove', documents[0])).success).toHaveLength(1);
		expect(bench.stored(item)?.documents).toEqual([documents[1]]);
		expect((await change('replace', documents[0])).tally).toEqual({ 'rejected INVALID_VALUE': 1 });
	});
});

describe('Properties of a list', () => {
	const inList = { writeInto: 'list', listId: MICRO_CONTACT_LIST };

	it('are written under the list’s ID', async () => {
		const ids = bench.micro.seedContacts(150, { listId: MICRO_CONTACT_LIST });
		const items = ids.map((id, index) => ({ 'Record ID': id, stage: 'agreed', priority: index }));
		const { success } = await bench.run(items, inList);
		expect(success).toHaveLength(150);
		expect(success[7]?.json.list).toEqual({
			[MICRO_CONTACT_LIST]: { stage: 'agreed', priority: 7 },
		});
		expect(bench.micro.store.record('contact', ids[7] ?? '')?.list).toEqual({
			[MICRO_CONTACT_LIST]: { stage: 'agreed', priority: 7 },
		});
	});

	it('fail record by record where Micro shapes lists otherwise: nothing is claimed', async () => {
		bench.micro.switches.listShape = 'flat';
		const ids = bench.micro.seedContacts(5, { listId: MICRO_CONTACT_LIST });
		const { tally } = await bench.run(
			ids.map((id) => ({ 'Record ID': id, priority: 1 })),
			inList,
		);
		expect(tally).toEqual({ 'rejected invalid_request': 5 });
	});

	it('need an ID of a list', async () => {
		const { tally } = await bench.run(bench.contacts(2), { ...inList, listId: 'My list!' });
		expect(tally).toEqual({ 'rejected INVALID_LIST_ID': 2 });
		expect(bench.batches()).toHaveLength(0);
	});
});
