import type { IDataObject } from 'n8n-workflow';
import { branches, createBench, NODE, tally, type Bench } from './bench';

let bench: Bench;
beforeEach(async () => {
	bench = await createBench();
});
afterEach(async () => {
	await bench.stop();
});

const parameters = { options: { skipUnchanged: true } };
const stored = (item: IDataObject) =>
	bench.sandbox.hubspot.store.get('contacts', String(item['Record ID']));
const reads = () => bench.sandbox.calls.to(/\/batch\/read$/);
const hint = (result: Awaited<ReturnType<Bench['run']>>) => result.hints(NODE)[0]?.message;

/** Contacts whose values are stored already, and then a second run in which some differ. */
async function secondRun(count: number, differs: (index: number) => boolean, more = parameters) {
	const items = bench.contacts(count, (item, index) => ({ ...item, city: `Town ${index % 7}` }));
	await bench.run(items);
	bench.sandbox.calls.clear();
	const changed = items.map((item, index) =>
		differs(index) ? { ...item, jobtitle: `Chief ${index}` } : item,
	);
	const writes = bench.sandbox.hubspot.store.writes.length;
	const result = await bench.run(changed, { parameters: more });
	return { items: changed, result, written: bench.sandbox.hubspot.store.writes.slice(writes) };
}

describe('Skip Unchanged', () => {
	it('writes what differs in full requests, and nothing but that of a record', async () => {
		const bodies: unknown[] = [];
		bench.sandbox.hubspot.faults.add({
			when({ path, body }) {
				if (path.endsWith('/batch/update')) bodies.push(body);
				return false;
			},
			fault: { kind: 'hang' },
		});
		const { items, result, written } = await secondRun(1000, (index) => index % 5 === 0);
		expect(written).toHaveLength(200);
		expect(reads()).toHaveLength(10);
		expect(bench.batches().map(({ records }) => records)).toEqual([100, 100]);
		const { inputs } = bodies.at(-1) as { inputs: Array<{ properties: object }> };
		for (const { properties } of inputs) expect(Object.keys(properties)).toEqual(['jobtitle']);
		for (const item of items) {
			expect(stored(item)).toMatchObject({ jobtitle: item.jobtitle, city: item.city });
		}
		expect(branches(result).success).toHaveLength(1000);
		expect(hint(result)).toMatch(/^200 written · 800 unchanged · 12 requests · \d+\.\d s$/);
	});

	it('an unchanged item leaves with the stored record', async () => {
		const { items, result } = await secondRun(3, () => false);
		const { success } = branches(result);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
		expect(success[1]?.json).toMatchObject({
			id: items[1]?.['Record ID'],
			properties: { jobtitle: 'Buyer 1', city: 'Town 1' },
			updatedAt: expect.any(String) as string,
		});
		expect(bench.batches()).toEqual([]);
	});

	it('without the option nothing is read and everything is sent', async () => {
		const { written } = await secondRun(10, () => false, { options: {} } as never);
		expect([reads().length, written.length]).toEqual([0, 10]);
	});

	it('of items with one ID the later one counts, also where it says what was stored at first', async () => {
		const [item = {}] = bench.contacts(1);
		await bench.run([item]);
		const other = { ...item, jobtitle: 'Chief' };
		const result = await bench.run([other, item, item], { parameters });
		expect(stored(item)?.jobtitle).toBe('Buyer 0');
		expect(hint(result)).toMatch(/^3 written · /);
	});

	it('unknown IDs are refused by HubSpot as ever', async () => {
		const [item = {}] = bench.contacts(1);
		const result = await bench.run([item, { ...item, 'Record ID': '777777' }], { parameters });
		expect(tally(branches(result).failures)).toEqual({ 'rejected OBJECT_NOT_FOUND': 1 });
	});

	it('a property that HubSpot does not know is not taken for unchanged', async () => {
		const items = bench.contacts(2, (item) => ({ ...item, shoesize: '' }));
		const result = await bench.run(items, {
			parameters: { ...parameters, emptyValues: 'clear' },
		});
		expect(tally(branches(result).failures)).toEqual({ 'rejected PROPERTY_DOESNT_EXIST': 2 });
	});

	it('an empty cell that clears is unchanged where the property is empty', async () => {
		const items = bench.contacts(2, (item) => ({ ...item, city: '' }));
		const clearing = { ...parameters, emptyValues: 'clear' };
		const first = await bench.run(items, { parameters: clearing });
		expect(hint(first)).toMatch(/^2 written/);
		expect(hint(await bench.run(items, { parameters: clearing }))).toMatch(
			/^0 written · 2 unchanged · 1 request /,
		);
	});

	it('a merged record is never taken for another', async () => {
		const items = bench.contacts(2);
		await bench.run(items);
		const [gone = '', into = ''] = items.map((item) => String(item['Record ID']));
		bench.sandbox.hubspot.store.merge('contacts', gone, into);
		bench.sandbox.hubspot.switches.mergedIdOnRead = 'survivor';
		const result = await bench.run(items.slice(0, 1), { parameters });
		expect(branches(result).success).toEqual([]);
	});

	it('finds records by another property, and sends that along with what differs', async () => {
		const { store } = bench.sandbox.hubspot;
		const items = bench.contacts(20, (item, index) => {
			const customer_number = `Kd-${index}`;
			store.put('contacts', String(item['Record ID']), { customer_number, city: 'Ulm' });
			return { customer_number, city: index % 2 === 0 ? 'Ulm' : 'Bonn' };
		});
		const result = await bench.run(items, {
			parameters: { ...parameters, idField: 'customer_number', idProperty: 'customer_number' },
		});
		expect(hint(result)).toMatch(/^10 written · 10 unchanged · 2 requests · /);
		expect(branches(result).success).toHaveLength(20);
		expect(
			store.all('contacts').filter(({ properties }) => properties.city === 'Bonn'),
		).toHaveLength(10);
	});
});

describe('When reading fails', () => {
	it('for want of a permission, everything is sent and the line above the output says so', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ path }) => path.endsWith('/batch/read'),
			fault: {
				kind: 'respond',
				status: 403,
				body: { message: 'No scope', category: 'MISSING_SCOPES' },
			},
		});
		const { result, written } = await secondRun(250, () => false);
		expect(written).toHaveLength(250);
		expect(reads()).toHaveLength(1);
		expect(hint(result)).toMatch(
			/^250 written · 4 requests · .+ s\. Skip Unchanged: not everything could be compared: No scope \(MISSING_SCOPES\)$/,
		);
	});

	it('now and then, it is read again', async () => {
		bench.sandbox.hubspot.faults.add({
			times: 2,
			when: ({ path }) => path.endsWith('/batch/read'),
			fault: { kind: 'respond', status: 503, body: {} },
		});
		const { result } = await secondRun(50, () => false);
		expect(hint(result)).toMatch(/^0 written · 50 unchanged · 3 requests · 2 retries · /);
	});

	it('an answer that is no list of records is not believed', async () => {
		bench.sandbox.hubspot.faults.add({
			when: ({ path }) => path.endsWith('/batch/read'),
			fault: { kind: 'respond', status: 200, body: { status: 'COMPLETE', results: 'all' } },
		});
		const { written } = await secondRun(20, () => false, {
			options: { skipUnchanged: true, maxRetries: 0 },
		} as never);
		expect(written).toHaveLength(20);
	});

	it('because the daily quota is gone, the run ends and nothing is lost', async () => {
		const items = bench.contacts(150);
		bench.sandbox.hubspot.limits.daily = 1;
		const result = await bench.run(items, { parameters });
		expect(branches(result).success).toEqual([]);
		expect(tally(branches(result).failures)).toEqual({ 'notSent DAILY': 150 });
	});
});

describe('With Preview Only', () => {
	it('reads, writes nothing, and says what comparing costs and saves', async () => {
		const both = { options: { skipUnchanged: true, previewOnly: true } };
		const { result, written } = await secondRun(1000, (index) => index % 5 === 0, both as never);
		expect(written).toEqual([]);
		expect(reads()).toHaveLength(10);
		expect(hint(result)).toBe(
			'Preview: 200 items would take 12 requests, about 2 s; nothing was sent · 800 unchanged · comparing takes 10 requests and saves 8',
		);
		const { success } = branches(result);
		expect(success.map(({ json }) => json.records ?? json.unchanged)).toEqual([100, 100, 800]);
		const positions = success.flatMap(({ pairedItem }) => pairedItem as Array<{ item: number }>);
		expect(new Set(positions.map(({ item }) => item)).size).toBe(1000);
		expect(success[0]?.json.run).toMatchObject({
			requests: 12,
			unchanged: 800,
			readRequests: 10,
			savedRequests: 8,
		});
	});
});
