import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { tally } from './bench';
import { createTalkdeskBench, TALKDESK_NODE, type TalkdeskBench } from './talkdeskBench';

let bench: TalkdeskBench;
beforeEach(async () => {
	bench = await createTalkdeskBench();
});
afterEach(async () => {
	await bench.stop();
});

/** What the example workflow sets for an update is not there. */
const CREATE = {
	operation: 'create',
	phoneNumbers: { number: [{ field: 'mobile', type: 'MOBILE' }] },
};

const create = async (items: IDataObject[], parameters: INodeParameters = {}) =>
	await bench.run(items, { parameters: { ...CREATE, ...parameters } });
const inList = (value: string) => ({ recordList: { __rl: true, mode: 'id', value } });
const people = (
	count: number,
	change: (item: IDataObject, index: number) => IDataObject = (i) => i,
) =>
	Array.from({ length: count }, (_, index) =>
		change(
			{
				first_name: 'Eva',
				last_name: `Novak ${index}`,
				mobile: `+420 601 ${String(index).padStart(6, '0')}`,
				tier: 'gold',
			},
			index,
		),
	);
const stored = (list = bench.listId) =>
	bench.sandbox.talkdesk.store.all(list).map(({ data }) => data);

describe('Record → Create', () => {
	it('creates 250 records in three requests and gives each its new ID', async () => {
		const { success, result } = await create(people(250, (item) => ({ ...item, priority: '7.0' })));
		expect(success).toHaveLength(250);
		expect(bench.batches().map(({ method, records }) => [method, records])).toEqual([
			['POST', 100],
			['POST', 100],
			['POST', 50],
		]);
		expect(new Set(success.map(({ id }) => id)).size).toBe(250);
		expect(success[3]).toMatchObject({
			first_name: 'Eva',
			last_name: 'Novak 3',
			phone_numbers: [{ phone_number: '+420601000003', phone_type: 'MOBILE' }],
			priority: 7,
			extra_data: { tier: 'gold' },
		});
		expect(success[3]).not.toHaveProperty('_links');
		expect(stored()).toHaveLength(250);
		expect(result.hints(TALKDESK_NODE)[0]?.message).toMatch(/^250 created · 3 requests/);
	});

	it.each([
		[{ resultOrder: 'shuffle' }],
		[{ idOnFailedCreate: false }],
		[{ omittedMembers: ['has_errors', 'total_errors', 'total_created'] }],
		[{ unmatchedTimezone: 'wholeRequest' }],
	] as const)('each item gets its own outcome when Talkdesk does %j', async (switches) => {
		Object.assign(bench.sandbox.talkdesk.switches, switches);
		const items = people(60, (item, index) => {
			if (index % 10 === 1) return { ...item, timezone: 'Mars/Base' };
			if (index % 10 === 3)
				return { ...item, mobile: '+999 123 4567' + String(index).padStart(2, '0') };
			if (index % 10 === 5) return { ...item, last_name: ' ' };
			return item;
		});
		const { succeeded, failures } = await create(items);
		expect([...succeeded].sort((a, b) => a - b)).toEqual(
			items.map((_, index) => index).filter((index) => ![1, 3, 5].includes(index % 10)),
		);
		expect(stored()).toHaveLength(42);
		const codes = tally(failures);
		expect(codes['rejected MISSING_VALUE']).toBe(6);
		expect(codes['rejected TIMEZONE_INVALID']).toBe(6);
		expect(failures).toHaveLength(18);
	});

	it('says by a name that is to be seen what has to be mapped', async () => {
		const value = { last_name: 'Novak', phone_home: '={{ $json.mobile }}' };
		const { failures } = await create(people(1), {
			fieldsToSend: 'manual',
			mapping: { mappingMode: 'defineBelow', value },
		});
		expect(failures.map(({ message }) => message)).toEqual([
			expect.stringContaining(
				'Nothing is mapped to First Name, which a new record needs: add it under Values to Send',
			),
		]);
		expect(bench.batches()).toHaveLength(0);
	});

	it('a number that is taken is refused on a list of unique numbers, and made twice on others', async () => {
		const twice = [...people(2), ...people(2)];
		const unique = await create(twice);
		expect(unique.succeeded).toEqual([0, 1]);
		expect(tally(unique.failures)).toEqual({ 'rejected PHONE_NUMBER_NOT_UNIQUE': 2 });
		const list = bench.sandbox.talkdesk.seedList('Leads', 'NOTHING');
		const others = await create(twice, inList(list));
		expect(others.success).toHaveLength(4);
		expect(stored(list)).toHaveLength(4);
	});

	it('sends where a record comes from, which an external list needs', async () => {
		const list = bench.sandbox.talkdesk.seedList('From the warehouse', 'EXTERNAL');
		const items = people(4, (item, index) => ({
			...item,
			ref: index === 2 ? '' : `W-${index}`,
			external_url: 'https://example.com/w',
			...(index === 1 && { external_provider: 'not used' }),
		}));
		const parameters = { ...inList(list), externalIdField: 'ref', externalProvider: 'warehouse' };
		const { succeeded, failures } = await create(items, parameters);
		expect(succeeded).toEqual([0, 1, 3]);
		expect(tally(failures)).toEqual({ 'rejected EXTERNAL_REF_MISSING': 1 });
		expect(stored(list)[1]).toMatchObject({
			external_provider: 'warehouse',
			external_id: 'W-1',
			external_url: 'https://example.com/w',
			extra_data: { tier: 'gold' },
		});
	});

	it('takes the provider from the items where none is named', async () => {
		const list = bench.sandbox.talkdesk.seedList('From the warehouse', 'EXTERNAL');
		const items = people(1, (item) => ({ ...item, external_id: 'X', external_provider: 'crm' }));
		expect((await create(items, inList(list))).success).toHaveLength(1);
		expect(stored(list)[0]).toMatchObject({ external_provider: 'crm', external_id: 'X' });
	});

	it('two people with one number are told apart by the rest', async () => {
		const list = bench.sandbox.talkdesk.seedList('Families', 'EXTERNAL');
		const items = people(6, (item, index) => ({
			...item,
			mobile: '+420601000001',
			external_id: `F-${index}`,
			external_provider: 'crm',
			...(index === 4 && { timezone: 'Mars/Base' }),
		}));
		bench.sandbox.talkdesk.switches.resultOrder = 'shuffle';
		const { succeeded, failures } = await create(items, inList(list));
		expect(succeeded).toEqual([0, 1, 2, 3, 5]);
		expect(tally(failures)).toEqual({ 'rejected TIMEZONE_INVALID': 1 });
		expect(bench.batches()).toHaveLength(1);
	});

	it('a lost answer is not asked again: nobody is created twice', async () => {
		bench.sandbox.talkdesk.faults.add({
			when: ({ path }) => path.endsWith('/bulks'),
			times: 1,
			fault: { kind: 'resetAfterApply' },
		});
		const { failures } = await create(people(5));
		expect(failures.map(({ error }) => error.state)).toEqual(Array(5).fill('unconfirmed'));
		expect(failures[0]?.message).toMatch(/^Talkdesk may or may not have created item 0/);
		expect(stored()).toHaveLength(5);
	});

	it('a full list takes what fits, then the run ends', async () => {
		bench.sandbox.talkdesk.limits.recordsPerList = 130;
		const { success, failures } = await create(people(400));
		expect(success).toHaveLength(130);
		expect(stored()).toHaveLength(130);
		const codes = tally(failures);
		expect(failures[0]?.message).toMatch(/Record List is full/);
		expect((codes['rejected 0530911'] ?? 0) + (codes['notSent 0530911'] ?? 0)).toBe(270);
		expect(bench.batches().length).toBeLessThan(40);
	});

	it.each([
		['First Name Field', { firstNameField: '' }],
		['Last Name Field', { lastNameField: '' }],
		['Phone Numbers', { phoneNumbers: { number: [] } }],
	])('%s cannot be left empty', async (name, parameters) => {
		const { result, failures } = await create(people(1), parameters);
		// n8n itself refuses the first two, the node the third.
		const { message, description } = result.error ?? {};
		expect([message, description, failures[0]?.message].join(' ')).toContain(name);
		expect(bench.batches()).toHaveLength(0);
	});

	it('columns with the name of a member of the record say where they belong', async () => {
		const [item] = people(1);
		const { failures } = await create([
			{ ...item, phone_number: '+420601000009' },
			{ ...item, sync_external_id: 'x' },
		]);
		expect(failures.map(({ error }) => error.code)).toEqual(['NOT_EXTRA_DATA', 'NOT_CHANGEABLE']);
	});
});
