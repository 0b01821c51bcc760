import type { IDataObject } from 'n8n-workflow';
import { tally } from './bench';
import { createBrevoBench, type BrevoBench } from './brevoBench';

let bench: BrevoBench;
beforeEach(async () => {
	bench = await createBrevoBench();
	bench.brevo.limits.enabled = false;
});
afterEach(async () => {
	await bench.stop();
});

const requested = (param: string) => bench.pages().map(({ query }) => pick(query, param));
const pick = (query: string, param: string) => new URLSearchParams(query).get(param);

describe('Verify After Writing', () => {
	it('finds what Brevo dropped without a word, whole or in part', async () => {
		const changes: IDataObject[] = [
			{},
			{ doors: 'many' },
			{ sold_at: '2026-01-31' },
			{ Doors: 4 },
			{ fuel: 'Diesel oil' },
			{ extras: ['maps', 'Tow bar'] },
		];
		const items = bench.items(600, (item, index) => ({ ...item, ...changes[index % 6] }));
		const { succeeded, failures } = await bench.run(items);
		expect(succeeded).toEqual(items.flatMap((_, index) => (index % 6 === 0 ? [index] : [])));
		expect(tally(failures)).toEqual({
			'unconfirmed NOT_STORED': 200,
			'unconfirmed ATTRIBUTE_NOT_STORED': 300,
		});
		const fields = failures.slice(0, 5).map(({ error }) => error.field);
		expect(fields).toEqual([undefined, undefined, 'Doors', 'fuel', 'extras']);
		expect(failures[3]?.message).toBe(
			'Brevo may or may not have written item 4: the attribute was not stored: its key or its option is unknown, or the value is of the wrong type (ATTRIBUTE_NOT_STORED, field fuel)',
		);
	});

	it('of two items with one key that were both dropped, neither leaves as written', async () => {
		const items = bench.items(2).map((item) => ({ ...item, vehicle_id: 'VH-X', doors: 'many' }));
		const { succeeded, failures } = await bench.run(items);
		expect(succeeded).toEqual([]);
		expect(tally(failures)).toEqual({ 'unconfirmed NOT_STORED': 2 });
	});

	it('an item that a later one has overwritten counts as accepted, for nobody can look at it', async () => {
		const [item = {}] = bench.items(1);
		const dropped = { ...item, doors: 'many' };
		const { succeeded, hint } = await bench.run([item, dropped, { ...item, doors: 4 }]);
		expect(succeeded).toEqual([0, 1, 2]);
		expect(hint).toMatch(/^1 written · 2 accepted · \d+ requests/);
		expect(bench.stored(item)).toMatchObject({ doors: 4 });
	});

	it('where the last one was dropped, the one before it is looked for', async () => {
		const [item = {}] = bench.items(1);
		const dropped = { ...item, doors: 'many' };
		const { succeeded, hint } = await bench.run([item, { ...item, doors: 4 }, dropped]);
		expect(succeeded).toEqual([0, 1]);
		expect(hint).toMatch(/^1 written · 1 accepted · 1 unconfirmed/);
	});

	it('without it all of them count as written: the process says no more', async () => {
		const items = bench.items(10, (item) => ({ ...item, doors: 'many' }));
		const { success } = await bench.run(items, { verifyAfterWriting: false });
		expect(success).toHaveLength(10);
		expect(bench.brevo.store.count('vehicle')).toBe(0);
	});

	it('recognises values however Brevo gives them back', async () => {
		const items = bench.items(1, (item) => ({
			...item,
			mileage: 12.5,
			electric: false,
			sold_at: '2026-01-31T08:00:00+02:00',
			fuel: 'diesel',
			extras: ['towbar', 'maps', 'towbar'],
			papers: { seen: [1, { by: 'Ada' }] },
		}));
		expect((await bench.run(items)).success).toHaveLength(1);
	});

	it('an update of an ID that is not there was not written', async () => {
		const [known = ''] = bench.brevo.seed.vehicles(1);
		const id = bench.brevo.store.record('vehicle', known)?.id;
		const items = [
			{ vehicle_id: id, doors: 9 },
			{ vehicle_id: 1, doors: 9 },
		];
		const { succeeded, failures } = await bench.run(items, { identifyBy: 'id' });
		expect(succeeded).toEqual([0]);
		expect(failures[0]?.message).toBe(
			'Brevo rejected item 1: there is no record with this ID, so nothing was updated (NOT_STORED)',
		);
		expect(bench.stored({ vehicle_id: known })).toMatchObject({ doors: 9 });
	});

	it('never says "not written" of a record that only does not show yet', async () => {
		bench.brevo.switches.readLagMs = 60_000;
		const items = bench.items(20);
		const { success, failures } = await bench.run(items);
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({ 'unconfirmed NOT_STORED': 20 });
		expect(bench.brevo.store.count('vehicle')).toBe(20);
	});

	it('a value that could not be cleared is found', async () => {
		bench.brevo.store.put('vehicle', 'VH-0', { plate: 'old', doors: 3 });
		const items = [{ vehicle_id: 'VH-0', plate: '', doors: 4 }];
		const { failures } = await bench.run(items, { emptyValues: 'clear' });
		expect(failures[0]?.error).toMatchObject({ code: 'ATTRIBUTE_NOT_STORED', field: 'plate' });
		bench.brevo.switches.emptyValues = 'clear';
		expect((await bench.run(items, { emptyValues: 'clear' })).success).toHaveLength(1);
	});
});

describe('What verification costs', () => {
	it('one request per page of the object type, newest first, until all are found', async () => {
		bench.brevo.seed.vehicles(5000, { first: 900_000 });
		await bench.run(bench.items(250));
		expect(requested('page_num')).toEqual(['1', '2', '3']);
		bench.brevo.seed.vehicles(250, { first: 800_000 });
		await bench.run(bench.items(1));
		expect(requested('page_num').slice(3)).toEqual(['1', '2', '3', '4', '5']);
	});

	it('a missing record costs all pages', async () => {
		bench.brevo.seed.vehicles(250);
		await bench.run([{ vehicle_id: 'VH-0', doors: 'many' }]);
		expect(bench.pages()).toHaveLength(3);
	});

	it('larger pages save requests, also where Brevo gives shorter ones than asked for', async () => {
		bench.brevo.switches.maxPageSize = 200;
		bench.brevo.switches.pageSizeAbove = 'clamp';
		const { success } = await bench.run(bench.items(1000), { options: { pageSize: 500 } });
		expect(success).toHaveLength(1000);
		expect(requested('limit')).toEqual(['500', '500', '500', '500', '500']);
	});

	it('pages that cannot be had leave the records unconfirmed', async () => {
		const { success, failures } = await bench.run(bench.items(10), {
			options: { pageSize: 500, maxRetries: 1 },
		});
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({ 'unconfirmed NOT_VERIFIED': 10 });
		expect(bench.pages()).toHaveLength(1);
	});

	it('being told to wait, it waits with the pages too', async () => {
		const isPage = ({ path }: { path: string }) => path.endsWith('/records');
		const headers = { 'Retry-After': '90' };
		for (const status of [429, 503]) {
			bench.brevo.faults.add({
				when: isPage,
				times: 1,
				fault: { kind: 'respond', status, headers },
			});
		}
		expect((await bench.run(bench.items(10))).success).toHaveLength(10);
		const [first = 0, second = 0, third = 0] = bench.pages().map(({ at }) => at);
		expect([second - first, third - second].every((wait) => wait >= 90_000)).toBe(true);
	});

	it('being told to wait, it waits with the questions about a process', async () => {
		const headers = { 'Retry-After': '90' };
		bench.brevo.faults.add({
			when: ({ path }) => path.includes('/processes/'),
			times: 1,
			fault: { kind: 'respond', status: 503, headers },
		});
		expect((await bench.run(bench.items(10))).success).toHaveLength(10);
		const [first = 0, second = 0] = bench.polls().map(({ at }) => at);
		expect(second - first).toBeGreaterThanOrEqual(90_000);
	});

	it('pages that are no pages are not believed', async () => {
		bench.brevo.faults.add({
			when: ({ path }) => path.endsWith('/records'),
			fault: { kind: 'transform', change: () => ({ count: 'many', records: [null] }) },
		});
		const { failures } = await bench.run(bench.items(10), { options: { maxRetries: 1 } });
		expect(tally(failures)).toEqual({ 'unconfirmed NOT_VERIFIED': 10 });
	});
});
