import type { IDataObject } from 'n8n-workflow';
import { branches, createSasBench, NODE, tally, type SasBench } from './sasBench';

let bench: SasBench;
beforeEach(async () => {
	bench = await createSasBench();
});
afterEach(async () => {
	await bench.stop();
});

const remove = { operation: 'delete' };
const stored = (key: unknown) => bench.sas.store.get(bench.lists.simple, String(key));
const put = (items: readonly IDataObject[]) => {
	for (const item of items) bench.sas.store.put(bench.lists.simple, item as never);
};

describe('A nightly list of 5,000 items, 4 % of them bad', () => {
	const nightly = () =>
		bench.members(5000, (item, index) => {
			if (index % 50 === 3) return { ...item, creditLimit: 'a lot' };
			if (index % 100 === 28) return { ...item, memberNo: ' ' };
			if (index % 100 === 77) return { ...item, tier: null };
			return item;
		});

	it('the account equals the store', async () => {
		const input = nightly();
		put(input.filter((_, index) => index % 3 === 0).map((item) => ({ ...item, city: 'Old' })));
		const before = bench.sas.store.writes.length;

		const result = await bench.run(input);

		const { success, failures } = branches(result);
		expect(success.length + failures.length).toBe(5000);
		expect(bench.sas.store.writes.length - before).toBe(success.length);
		for (const row of success) expect(stored(row.memberNo)).toMatchObject(row);
		for (const { error } of failures) expect(error.state).toBe('rejected');
		// A missing tier is refused by SAS where the member is new, and leaves the old one otherwise.
		const isNew = (item: FailedOrGood) => Number(String(item.memberNo).slice(2)) % 3 !== 0;
		const incomplete = failures.filter(({ error }) => error.reportedBy === 'vendor');
		expect(incomplete.every(isNew)).toBe(true);
		expect(incomplete.length).toBe(
			input.filter((item) => item.tier === null && isNew(item)).length,
		);
		expect(tally(failures)).toMatchObject({
			'rejected INVALID_VALUE': 100,
			'rejected MISSING_KEY': 50,
		});
		expect(result.hints(NODE)[0]?.message).toMatch(/^4\u202f\d{3} written · \d+ rejected · /);
	});

	it('a second run over the repaired items writes exactly those', async () => {
		const first = branches(await bench.run(nightly()));
		const repaired = first.failures.map((item, index) => ({
			...item,
			memberNo: `R-${index}`,
			creditLimit: 1,
			tier: 'gold',
		}));
		const again = branches(await bench.run(repaired as never));
		expect([again.success.length, again.failures.length]).toEqual([first.failures.length, 0]);
		expect(bench.sas.store.count(bench.lists.simple)).toBe(5000);
	});
});

type FailedOrGood = Readonly<Record<string, unknown>>;

describe('How many requests a run takes', () => {
	it.each([
		[1, [1]],
		[500, [500]],
		[1001, [500, 500, 1]],
	])('%i good items: batches of %p after one look at the list', async (count, batches) => {
		const { success } = branches(await bench.run(bench.members(count)));
		expect(success).toHaveLength(count);
		expect(bench.batches().map(({ records }) => records)).toEqual(batches);
		expect(bench.sandbox.calls).toHaveLength(2 + batches.length);
		expect(bench.tokenCalls()).toHaveLength(1);
	});

	it('names the columns that are left out because the list has none of that name', async () => {
		const input = bench.members(3, (item, n) =>
			n === 1 ? { ...item, Tier: 'gold', age: 4 } : item,
		);
		const result = await bench.run(input);
		expect(branches(result).success).toHaveLength(3);
		expect(result.hints(NODE)[0]?.message).toMatch(
			/^3 written · 2 requests · \d+\.\d s\. Left out, unknown to SAS List Data: Tier, age$/,
		);
	});

	it('no items, no request', async () => {
		await bench.run([]);
		expect(bench.sandbox.calls).toHaveLength(0);
	});

	it('Batch Size sets the rows of a request, Items per Batch of n8n can lower it', async () => {
		const options = { batchSize: 2000 };
		await bench.run(bench.members(2100), { parameters: { options } });
		expect(bench.batches().map(({ records }) => records)).toEqual([2000, 100]);
		bench.sandbox.calls.clear();
		const requestOptions = { batching: { batch: { batchSize: 40, batchInterval: 0 } } };
		await bench.run(bench.members(100), { parameters: { options, requestOptions } });
		expect(bench.batches().map(({ records }) => records)).toEqual([40, 40, 20]);
	});

	it('a request never takes more than 4 MiB', async () => {
		const input = bench.members(9, (item) => ({ ...item, city: 'é'.repeat(500_000) }));
		const { success } = branches(await bench.run(input));
		expect(success).toHaveLength(9);
		expect(bench.batches().map(({ records }) => records)).toEqual([4, 4, 1]);
		for (const { bytes } of bench.batches()) expect(bytes).toBeLessThanOrEqual(4 * 1024 * 1024);
	});

	it('says what it sends, and asks for JSON', async () => {
		await bench.run(bench.members(1));
		expect(bench.batches()[0]).toMatchObject({
			path: `/listData/lists/${bench.lists.simple}/contents`,
			query: 'op=upsert',
			contentType: 'application/vnd.sas.collection+json',
			accept: 'application/json',
		});
	});
});

describe('What is checked against the list before sending', () => {
	const refused = async (
		item: IDataObject,
		parameters = {},
		list: 'simple' | 'duplicates' = 'simple',
	) => {
		const { failures } = branches(await bench.run([item], { parameters, list }));
		expect(bench.batches()).toHaveLength(0);
		const [{ error, message }] = failures as [(typeof failures)[number]];
		expect(error).toMatchObject({ state: 'rejected', reportedBy: 'node', attempts: 0 });
		return { code: error.code, field: error.field, message };
	};
	const member = () => bench.members(1)[0] as IDataObject;

	it('keys, by name', async () => {
		const { memberNo: _memberNo, ...item } = member();
		expect(await refused(item)).toMatchObject({
			code: 'MISSING_KEY',
			field: 'memberNo',
			message:
				'Item 0 cannot be sent to SAS List Data: the key column memberNo is empty or not in the item (MISSING_KEY, field memberNo)',
		});
	});

	it('value types, by name', async () => {
		expect(await refused({ ...member(), creditLimit: '1,200' })).toMatchObject({
			code: 'INVALID_VALUE',
			field: 'creditLimit',
			message: expect.stringContaining(
				'"1,200" can be two different numbers: choose the option Decimal Separator',
			) as string,
		});
	});

	it('unknown columns under Only These; elsewhere they are left out', async () => {
		const fields = { fieldsToSend: 'only', fields: 'tier, Nickname' };
		expect(await refused({ ...member(), Nickname: 'Bo' }, fields)).toMatchObject({
			code: 'UNKNOWN_COLUMN',
			field: 'Nickname',
		});
		const { success } = branches(await bench.run([{ ...member(), Nickname: 'Bo' }]));
		expect(success).toEqual([member()]);
	});

	it('items without any column of the list but its keys', async () => {
		expect((await refused({ memberNo: 'M-1', Tier: 'gold' })).code).toBe('NOTHING_TO_SEND');
	});

	it('every column, where duplicate keys make each row a new one', async () => {
		expect(await refused({ phone: '1', reason: 'Lost' }, {}, 'duplicates')).toMatchObject({
			code: 'MISSING_COLUMN',
			field: 'score',
		});
		expect(
			await refused({ phone: '1', reason: 'Lost', score: '' }, remove, 'duplicates'),
		).toMatchObject({ code: 'MISSING_COLUMN', field: 'score' });
	});

	it('every column, where Incomplete Rows says so', async () => {
		const { city: _city, ...item } = member();
		const { code, field } = await refused(item, { incompleteRows: 'reject' });
		expect([code, field]).toEqual(['MISSING_COLUMN', 'city']);
	});
});

describe('What is written', () => {
	it('text of numbers and numbers for text, by the types of the columns', async () => {
		const [item] = bench.members(1, (member) => ({
			...member,
			creditLimit: ' 12.50 ',
			tier: 7,
			city: true,
			since: '12345678901234567890',
		}));
		const { success } = branches(await bench.run([item as IDataObject]));
		expect(success[0]).toMatchObject({
			creditLimit: 12.5,
			tier: '7',
			city: 'true',
			since: '12345678901234567890',
		});
		expect(stored('M-0')).toEqual(success[0]);
	});

	it('empty cells leave what is stored, or clear text, or refuse the item', async () => {
		const item = { memberNo: 'M-0', tier: 'silver', city: '' };
		put(bench.members(1));
		await bench.run([item]);
		expect(stored('M-0')).toMatchObject({ tier: 'silver', city: 'Ghent' });
		await bench.run([item], { parameters: { emptyValues: 'clear' } });
		expect(stored('M-0')?.city).toBe('');
		const cleared = { ...item, creditLimit: null };
		const { failures } = branches(
			await bench.run([cleared], { parameters: { emptyValues: 'clear' } }),
		);
		expect(tally(failures)).toEqual({ 'rejected EMPTY_NUMBER': 1 });
		const strict = branches(await bench.run([item], { parameters: { emptyValues: 'reject' } }));
		expect(tally(strict.failures)).toEqual({ 'rejected EMPTY_VALUE': 1 });
	});

	it('composite keys are told apart as a whole', async () => {
		const { composite } = bench.lists;
		const input = [
			{ country: 'BE', branch: 1, dailyLimit: 10, manager: 'Ada' },
			{ country: 'BE', branch: '2', dailyLimit: 20, manager: 'Bo' },
			{ country: 'FR', branch: 1, dailyLimit: 30, manager: 'Cy' },
			{ country: 'BE', branch: '1', dailyLimit: 40 },
		];
		const { success } = branches(await bench.run(input, { list: 'composite' }));
		expect(success).toHaveLength(4);
		expect(bench.batches().map(({ records }) => records)).toEqual([3, 1]);
		expect(bench.sas.store.get(composite, ['BE', 1])).toMatchObject({
			dailyLimit: 40,
			manager: 'Ada',
		});
		await bench.run([{ country: 'BE', branch: 1 }], { list: 'composite', parameters: remove });
		expect(bench.sas.store.count(composite)).toBe(2);
	});

	it('deletes by the keys alone', async () => {
		const input = bench.members(700);
		put(input);
		const { success } = branches(await bench.run(input, { parameters: remove }));
		expect(success).toHaveLength(700);
		expect(success[3]).toEqual({ memberNo: 'M-3' });
		expect(bench.sas.store.count(bench.lists.simple)).toBe(0);
		expect(bench.batches().map(({ records, query }) => [records, query])).toEqual([
			[500, 'op=delete'],
			[200, 'op=delete'],
		]);
	});

	it('deletes whole rows where duplicate keys are enabled, empty text included', async () => {
		const rows = [
			{ phone: '1', reason: 'Lost', score: 1 },
			{ phone: '1', reason: '', score: 2 },
			{ phone: '1', reason: 'Lost', score: 3 },
		];
		for (const row of rows) bench.sas.store.put(bench.lists.duplicates, row);
		const setup = { list: 'duplicates', parameters: remove } as const;
		const { success } = branches(await bench.run(rows.slice(1), setup));
		expect(success).toEqual(rows.slice(1));
		expect(bench.sas.store.all(bench.lists.duplicates)).toEqual([rows[0]]);
	});

	it('equal keys share a batch where duplicate keys are enabled, and all are inserted', async () => {
		const input = Array.from({ length: 30 }, (_, score) => ({ phone: '1', reason: 'Lost', score }));
		const { success } = branches(await bench.run(input, { list: 'duplicates' }));
		expect(success).toHaveLength(30);
		expect(bench.batches()).toHaveLength(1);
		expect(bench.sas.store.count(bench.lists.duplicates)).toBe(30);
	});

	it('masked columns are named above the output', async () => {
		const row = { cardNo: '5000', region: 'BE', holder: 'Ada', iban: 'DE1' };
		const result = await bench.run([row], { list: 'masked' });
		expect(branches(result).success).toEqual([row]);
		expect(result.hints(NODE).map(({ message }) => message)).toEqual([
			'Masked columns of this list: cardNo, iban. SAS shows their values redacted; values read that way would be stored as they look.',
			expect.stringMatching(/^1 written/),
		]);
	});

	it('a list chosen by an expression: items for another one are refused, not misdirected', async () => {
		const value = '={{ $json.other ? "elsewhere" : "' + bench.lists.simple + '" }}';
		const input = bench.members(3, (item, index) =>
			index === 1 ? { ...item, other: true } : item,
		);
		const { success, failures } = branches(
			await bench.run(input, { parameters: { list: { __rl: true, mode: 'id', value } } }),
		);
		expect(success).toHaveLength(2);
		expect(tally(failures)).toEqual({ 'rejected OTHER_LIST': 1 });
	});
});

describe('A batch that SAS refuses as a whole', () => {
	const oneNew = (at: number) => {
		const input = bench.members(500);
		put(input.filter((_, index) => index !== at));
		return input.map(({ tier: _tier, ...item }) => item);
	};

	it.each([0, 249, 499])('is halved until the culprit stands alone, at %i', async (at) => {
		const { success, failures } = branches(await bench.run(oneNew(at)));
		expect(success).toHaveLength(499);
		expect(failures).toHaveLength(1);
		expect(failures[0]).toMatchObject({
			memberNo: `M-${at}`,
			error: {
				state: 'rejected',
				reportedBy: 'vendor',
				httpStatus: 400,
				requestId: expect.stringMatching(/^0c0ffee0-/) as string,
			},
		});
		expect(failures[0]?.message).toContain("'tier'");
		expect(failures[0]?.message).not.toMatch(/correlator|path:/);
		expect(bench.batches().length).toBeLessThanOrEqual(1 + 2 * 9);
	});

	it.each(['column', 'none'] as const)('whatever the refusal names (%s)', async (detail) => {
		bench.sas.switches.refusalDetail = detail;
		const { success, failures } = branches(await bench.run(oneNew(100)));
		expect([success.length, failures.length]).toEqual([499, 1]);
		expect(failures[0]?.memberNo).toBe('M-100');
	});

	it('for its size: halved until it fits', async () => {
		bench.sas.limits.maxBodyBytes = 20_000;
		const { success } = branches(await bench.run(bench.members(500)));
		expect(success).toHaveLength(500);
	});

	it('one row that is too large alone says what to do', async () => {
		bench.sas.limits.maxBodyBytes = 20_000;
		const input = bench.members(4, (item, index) =>
			index === 2 ? { ...item, city: 'x'.repeat(30_000) } : item,
		);
		const { success, failures } = branches(await bench.run(input));
		expect(success).toHaveLength(3);
		expect(tally(failures)).toEqual({ 'rejected HTTP_413': 1 });
		expect(failures[0]?.message).toContain('lower Batch Size');
	});
});
