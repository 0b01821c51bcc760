import type { IDataObject } from 'n8n-workflow';
import { flagLies, lostEntries, type TalkdeskSwitches } from '../sandbox';
import { tally } from './bench';
import {
	createTalkdeskBench,
	TALKDESK_NODE,
	type Outcome,
	type TalkdeskBench,
} from './talkdeskBench';

let bench: TalkdeskBench;
beforeEach(async () => {
	bench = await createTalkdeskBench();
});
afterEach(async () => {
	await bench.stop();
});

/** What the item says about the record, with extra data merged. */
function holds(item: IDataObject): boolean {
	const record = bench.stored(item);
	if (record === undefined || record.last_name !== item.last_name) return false;
	if (record.priority !== item.priority) return false;
	return item.tier === undefined || record.extra_data.tier === item.tier;
}

/** Laws 1 to 3: each item leaves once, and what is said of it is true. */
function expectTruth(items: IDataObject[], { succeeded, failures }: Outcome) {
	expect(succeeded.length + failures.length).toBe(items.length);
	expect(succeeded.filter((item) => !holds(items[item] as IDataObject))).toEqual([]);
	const refused = failures.filter(({ error }) => error.state !== 'unconfirmed');
	expect(refused.filter((json) => holds(json as unknown as IDataObject))).toEqual([]);
}

const NO_EXTRA = { extraData: 'none' };

describe('The example workflow', () => {
	it('writes 5,000 records of which 4 % are bad, in the fewest requests', async () => {
		const [taken] = bench.items(1);
		const number = bench.stored(taken as IDataObject)?.phone_numbers[0]?.phone_number;
		const items = bench.items(5000, (item, index) => {
			if (index % 100 === 13) return { ...item, priority: 11 };
			if (index % 100 === 37) return { ...item, timezone: 'Mars/Base' };
			if (index % 100 === 59) return { ...item, mobile: number };
			if (index % 100 === 83) return { ...item, 'Record ID': `unknown-${index}` };
			return item;
		});

		const outcome = await bench.run(items);

		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(4800);
		expect(tally(outcome.failures)).toEqual({
			'rejected INVALID_VALUE': 50,
			'rejected TIMEZONE_INVALID': 50,
			'rejected PHONE_NUMBER_NOT_UNIQUE': 50,
			'rejected RECORD_REFUSED': 50,
		});
		expect(bench.sandbox.talkdesk.store.writes).toHaveLength(4800);
		// 4,950 operations: the 50 with a bad priority are not sent.
		expect(bench.batches()).toHaveLength(50);
		expect(Math.max(...bench.batches().map(({ records }) => records))).toBe(100);
		expect(outcome.result.hints(TALKDESK_NODE)[0]?.message).toMatch(
			/^4.800 written · 200 rejected · 50 requests · \d/,
		);
	});

	it('a written item is the vendor’s record without links; a failed one is whole, with words', async () => {
		const items = bench.items(2, (item, index) =>
			index === 1 ? { ...item, timezone: 'Mars/Base' } : item,
		);
		const { success, failures } = await bench.run(items);
		expect(success[0]).toMatchObject({
			id: items[0]?.['Record ID'],
			record_list_id: bench.listId,
			last_name: 'Buyer 0',
			priority: 1,
		});
		expect(success[0]).not.toHaveProperty('_links');
		expect(failures[0]).toMatchObject({
			...items[1],
			message:
				'Talkdesk rejected item 1: the timezone is not valid (TIMEZONE_INVALID, field timezone)',
			error: { state: 'rejected', reportedBy: 'vendor', httpStatus: 200, attempts: 1, batch: 1 },
		});
	});
});

describe('How many requests a run takes', () => {
	it.each([
		[1, 1],
		[100, 1],
		[101, 2],
		[10_000, 100],
	])('%i records, one operation each, take exactly %i requests', async (count, requests) => {
		const items = bench.items(count);
		const outcome = await bench.run(items);
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(count);
		expect(bench.batches()).toHaveLength(requests);
	});

	it('a record that needs two operations takes two of the 100, and settles as one', async () => {
		const items = bench.items(101, (item) => ({ ...item, tier: 'platinum' }));
		const outcome = await bench.run(items);
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(101);
		expect(bench.batches().map(({ records }) => records)).toEqual([100, 100, 2]);
	});

	it('a record of two operations is never torn apart', async () => {
		const items = bench.items(100, (item, index) => (index === 0 ? item : { ...item, tier: 'x' }));
		const outcome = await bench.run(items);
		expect(outcome.success).toHaveLength(100);
		expect(bench.batches().map(({ records }) => records)).toEqual([99, 100]);
	});
});

describe('What is sent', () => {
	it('a bare array of operations under the media type for JSON Patch', async () => {
		const [item = {}] = bench.items(1, (json) => ({
			...json,
			mobile: '+420 601-000-001',
			tier: 'gold',
		}));
		let body: unknown;
		bench.sandbox.talkdesk.faults.add({
			when: (call) => {
				if (call.method === 'PATCH') body = call.body;
				return false;
			},
			fault: { kind: 'slow' },
		});
		const { success } = await bench.run([item]);
		// The sandbox refuses any other media type.
		expect(success).toHaveLength(1);
		const path = `/records/${String(item['Record ID'])}`;
		expect(body).toEqual([
			{
				op: 'replace',
				path,
				value: {
					last_name: 'Buyer 0',
					priority: 1,
					phone_numbers: [{ phone_number: '+420601000001', phone_type: 'MOBILE' }],
				},
			},
			{ op: 'add', path, value: { extra_data: { tier: 'gold' } } },
		]);
	});

	it('merging keeps stored extra data, replacing does not', async () => {
		const [item = {}] = bench.items(1, (json) => ({ ...json, tier: 'platinum' }));
		const before = bench.stored(item)?.extra_data;
		await bench.run([item]);
		expect(bench.stored(item)?.extra_data).toEqual({ ...before, tier: 'platinum' });
		await bench.run([item], { parameters: { extraDataMode: 'replace' } });
		expect(bench.stored(item)?.extra_data).toEqual({ tier: 'platinum' });
	});

	it('an ID with slash and tilde is escaped in the pointer and found again in the answer', async () => {
		const id = 'odd/id~1';
		bench.sandbox.talkdesk.store.put(bench.listId, id, { last_name: 'Old' });
		const { success } = await bench.run([{ 'Record ID': id, last_name: 'New' }]);
		expect(success).toHaveLength(1);
		expect(bench.stored({ 'Record ID': id })?.last_name).toBe('New');
	});

	it('an item with an external reference is told so, and nothing is sent for it', async () => {
		const [item = {}] = bench.items(1, (json) => ({ ...json, external_id: 'CRM-7' }));
		const { failures } = await bench.run([item]);
		expect(failures[0]?.message).toBe(
			'Item 0 cannot be sent to Talkdesk: Talkdesk does not let external_id be changed in bulk: leave the field out with Extra Data = All Except These (NOT_CHANGEABLE, field external_id)',
		);
		expect(bench.batches()).toHaveLength(0);
	});
});

describe('Two operations, one outcome', () => {
	it('one done and one refused is neither a success nor simply rejected', async () => {
		const items = bench.items(2, (item, index) => ({
			...item,
			tier: 'platinum',
			...(index === 1 && { timezone: 'Mars/Base' }),
		}));
		const { success, failures } = await bench.run(items);
		expect(success).toHaveLength(1);
		expect(failures[0]?.error).toMatchObject({ state: 'unconfirmed', code: 'TIMEZONE_INVALID' });
		expect(failures[0]?.message).toContain('also lists it, or a part of it, as written');
		expect(bench.stored(items[1] as IDataObject)?.extra_data.tier).toBe('platinum');
	});

	it('both refused is rejected', async () => {
		const items = [{ 'Record ID': 'nobody', last_name: 'X', tier: 'gold' }];
		const { failures } = await bench.run(items);
		expect(failures[0]?.error.state).toBe('rejected');
		expect(failures[0]?.message).toContain('record not child of record_list');
	});
});

describe('Whatever Talkdesk leaves open, nothing untrue is said', () => {
	const mixed = () =>
		bench.items(120, (item, index) => ({
			...item,
			...(index % 3 === 0 && { tier: 'platinum' }),
			...(index % 10 === 7 && { timezone: 'Mars/Base' }),
		}));

	it.each<[string, Partial<TalkdeskSwitches>]>([
		['results in another order', { resultOrder: 'shuffle' }],
		['the counter total_created', { updateCounter: 'total_created' }],
		['the counter total_updated', { updateCounter: 'total_updated' }],
		['an array around the answer', { wrapInArray: true }],
		['codes for sentences', { updateErrorWords: 'codes' }],
		['no totals', { omittedMembers: ['total_errors', 'total_created', 'total_updated'] }],
		['no has_errors', { omittedMembers: ['has_errors', 'record_list_id', '_links'] }],
		['an unknown list noticed late', { unknownList: 'afterBody' }],
	])('%s', async (_, switches) => {
		Object.assign(bench.sandbox.talkdesk.switches, switches);
		const items = mixed();
		const outcome = await bench.run(items);
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(108);
		expect(bench.batches()).toHaveLength(2);
	});

	it('one result for two operations leaves the record open', async () => {
		bench.sandbox.talkdesk.switches.repeatedIds = 'once';
		const items = mixed();
		const outcome = await bench.run(items);
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(72);
		expect(tally(outcome.failures)).toMatchObject({ 'unconfirmed PARTLY_IN_ANSWER': 40 });
	});

	it('one result for two operations is enough where all operations are counted as carried out', async () => {
		bench.sandbox.talkdesk.switches.repeatedIds = 'once';
		bench.sandbox.talkdesk.faults.add({
			fault: {
				kind: 'transform',
				change: (body) => ({ ...body, has_errors: false, total_errors: 0, total_updated: 60 }),
			},
		});
		const items = bench.items(30, (item) => ({ ...item, tier: 'gold' }));
		const outcome = await bench.run(items);
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(30);
	});

	it('an answer without a list of records is a lost one', async () => {
		bench.sandbox.talkdesk.switches.omittedMembers = ['_embedded'];
		const { failures } = await bench.run(bench.items(3), {
			parameters: { options: { maxRetries: 0 } },
		});
		expect(tally(failures)).toEqual({ 'unconfirmed UNREADABLE_ANSWER': 3 });
	});

	it('a batch refused as a whole for one bad value is taken apart: only that record fails', async () => {
		bench.sandbox.talkdesk.switches.badValue = 'wholeRequest';
		const items = bench.items(100, (item, index) =>
			index === 42 ? { ...item, timezone: 'Mars/Base' } : item,
		);
		const outcome = await bench.run(items, { parameters: NO_EXTRA });
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(99);
		expect(outcome.failures[0]?.message).toBe(
			'Talkdesk rejected item 42: Bad request. value: TIMEZONE_INVALID (0530900)',
		);
		expect(bench.batches().length).toBeLessThanOrEqual(15);
	});

	it('records missing from the answer are unconfirmed, the others written', async () => {
		bench.sandbox.talkdesk.faults.add({ fault: lostEntries(3) });
		const items = bench.items(50);
		const outcome = await bench.run(items);
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(47);
		expect(tally(outcome.failures)).toEqual({ 'unconfirmed NOT_IN_ANSWER': 3 });
	});

	it('an error that the totals deny is neither a success nor rejected', async () => {
		bench.sandbox.talkdesk.faults.add({ fault: flagLies() });
		const items = bench.items(50, (item, index) =>
			index === 7 ? { ...item, timezone: 'Mars/Base' } : item,
		);
		const outcome = await bench.run(items);
		expectTruth(items, outcome);
		expect(outcome.success).toHaveLength(49);
		expect(outcome.failures[0]?.error.state).toBe('unconfirmed');
	});
});
