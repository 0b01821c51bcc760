import type { IDataObject } from 'n8n-workflow';
import { branches, createSasBench, NODE, type SasBench } from './sasBench';

let bench: SasBench;
beforeEach(async () => {
	bench = await createSasBench();
});
afterEach(async () => {
	await bench.stop();
});

const parameters = { options: { skipUnchanged: true } };
const LIST = 'loyalty_members';
const pages = () => bench.sandbox.calls.filter(({ query }) => query.includes('limit='));
const hint = (result: Awaited<ReturnType<SasBench['run']>>) => result.hints(NODE)[0]?.message;
const put = (items: readonly IDataObject[]) => {
	for (const item of items) bench.sas.store.put(LIST, item as never);
};

describe('Skip Unchanged in a SAS list', () => {
	it('reads the list once and writes the keys and what differs', async () => {
		const items = bench.members(2500);
		put(items.map((item, index) => (index % 5 === 0 ? { ...item, city: 'Old' } : item)));
		const before = bench.sas.store.writes.length;
		const result = await bench.run(items, { parameters });
		expect(bench.sas.store.writes.length - before).toBe(500);
		expect(pages()).toHaveLength(3);
		expect(bench.batches().map(({ records }) => records)).toEqual([500]);
		for (const item of items) {
			expect(bench.sas.store.get(LIST, String(item.memberNo))).toMatchObject(item);
		}
		const { success } = branches(result);
		expect(success).toHaveLength(2500);
		expect(success).toContainEqual({ memberNo: 'M-0', city: 'Ghent' });
		expect(hint(result)).toMatch(/^500 written · 2\u202f000 unchanged · 5 requests · /);
	});

	it.each(['string', 'number'] as const)(
		'understands numbers that are shown as a %s',
		async (as) => {
			bench.sas.switches.numbersShownAs = as;
			const items = bench.members(50, (item, n) => ({
				...item,
				creditLimit: n % 2 ? n : `${n}.50`,
			}));
			await bench.run(items);
			expect(hint(await bench.run(items, { parameters }))).toMatch(/^0 written · 50 unchanged · /);
		},
	);

	it('rows that are not there yet are created', async () => {
		const result = await bench.run(bench.members(30), { parameters });
		expect(hint(result)).toMatch(/^30 written · /);
	});

	it('of items with one key the last one counts', async () => {
		const [item = {}] = bench.members(1);
		put([item]);
		await bench.run([{ ...item, city: 'Bruges' }, item], { parameters });
		expect(bench.sas.store.get(LIST, 'M-0')).toMatchObject({ city: 'Ghent' });
	});

	it('compares nothing where every item adds a row, and says so', async () => {
		const rows = [{ phone: '+32', reason: 'none', score: 1 }];
		await bench.run(rows, { list: 'duplicates' });
		const result = await bench.run(rows, { list: 'duplicates', parameters });
		expect(hint(result)).toMatch(
			/^1 written · .+ s\. Skip Unchanged: nothing was compared: the list has duplicate keys enabled/,
		);
		expect(pages()).toEqual([]);
	});

	it('compares nothing where SAS shows a key redacted', async () => {
		const rows = [{ cardNo: '5000', region: 'BE', holder: 'Ada', iban: 'DE1' }];
		await bench.run(rows, { list: 'masked' });
		const result = await bench.run(rows, { list: 'masked', parameters });
		expect(result.hints(NODE).at(-1)?.message).toMatch(
			/^1 written · .+ nothing was compared: SAS shows the key column cardNo redacted$/,
		);
	});

	it.each(['key', 'insertion', 'shuffled'] as const)(
		'rows may come in any order (%s)',
		async (order) => {
			bench.sas.switches.rowOrder = order;
			const items = bench.members(1500);
			put(items);
			const changed = items.map((item, n) => (n % 3 === 0 ? { ...item, city: 'Bruges' } : item));
			const { success } = branches(await bench.run(changed, { parameters }));
			expect(success).toHaveLength(1500);
			for (const item of changed) {
				expect(bench.sas.store.get(LIST, String(item.memberNo))).toMatchObject(item);
			}
		},
	);

	it('a list that cannot be read is written in full', async () => {
		const items = bench.members(40);
		put(items);
		bench.sas.faults.add({
			when: ({ method, path }) => method === 'GET' && path.endsWith('/contents'),
			fault: { kind: 'respond', status: 403, body: { message: 'Not yours' } },
		});
		const result = await bench.run(items, { parameters });
		expect(hint(result)).toMatch(
			/^40 written · .+Skip Unchanged: not everything could be compared/,
		);
	});

	it('a preview says what comparing costs and saves', async () => {
		const items = bench.members(2500);
		put(items);
		const result = await bench.run(items, {
			parameters: { options: { skipUnchanged: true, previewOnly: true } },
		});
		expect(bench.batches()).toEqual([]);
		expect(hint(result)).toBe(
			'Preview: 0 items would take 4 requests, about 2 s; nothing was sent · 2\u202f500 unchanged · comparing takes 3 requests and saves 5',
		);
	});
});
