import type { IDataObject } from 'n8n-workflow';
import { tally } from './bench';
import { createBrevoBench, type BrevoBench } from './brevoBench';

let bench: BrevoBench;
beforeEach(async () => {
	bench = await createBrevoBench();
});
afterEach(async () => {
	await bench.stop();
});

describe('The example workflow on 5,000 items, 4 % of them bad', () => {
	/** Of every 100 items, 4 are bad in 4 ways. */
	const messy = () => {
		bench.brevo.seed.contacts(50);
		return bench.items(5000, (item, index) => {
			switch (index % 100) {
				case 7:
					return { ...item, vehicle_id: '' };
				case 27:
					return { ...item, contact_id: 'anna@example.com' };
				case 47:
					return { ...item, doors: 'many' };
				case 67:
					return { ...item, number_plate: 'the label, not the key' };
				default:
					return { ...item, contact_id: 501 + (index % 50) };
			}
		});
	};

	it('the account equals the store', async () => {
		const items = messy();
		const { succeeded, failures, hint } = await bench.run(items);

		expect(tally(failures)).toEqual({
			'rejected MISSING_ID': 50,
			'rejected INVALID_LINK': 50,
			'unconfirmed NOT_STORED': 50,
			'unconfirmed ATTRIBUTE_NOT_STORED': 50,
		});
		expect(hint).toMatch(/^4 800 written · 100 rejected · 100 unconfirmed · \d+ requests · /);
		expect(new Set(succeeded).size).toBe(4800);
		for (const position of succeeded) {
			const { vehicle_id: _id, contact_id: _contact, ...attributes } = items[position] ?? {};
			expect(bench.stored(items[position] ?? {})).toEqual(attributes);
		}
		// Nobody on the error branch is stored as the item says.
		expect(bench.brevo.store.count('vehicle')).toBe(4850);
		const first = bench.brevo.store.linked('vehicle', 'VH-0', 'contact').map(({ id }) => id);
		expect(first).toEqual([501]);
	});

	it('takes the fewest requests the limits allow', async () => {
		await bench.run(messy(), { verifyAfterWriting: false });
		expect(bench.batches().map(({ records }) => records)).toEqual([1000, 1000, 1000, 1000, 900]);
		expect(bench.polls()).toHaveLength(5);
		expect(bench.pages()).toHaveLength(0);
	});
});

describe('How full requests are', () => {
	it.each([
		[1, [1]],
		[1000, [1000]],
		[1001, [1000, 1]],
	])('%i small records travel as %j', async (count, batches) => {
		const { success } = await bench.run(bench.items(count));
		expect(success).toHaveLength(count);
		expect(bench.batches().map(({ records }) => records)).toEqual(batches);
	});

	it('large ones fill a megabyte, counted in bytes of UTF-8, in arrival order', async () => {
		const model = (index: number) => 'ü€😀'.repeat(20 + ((index * 37) % 400));
		const items = bench.items(1500, (item, index) => ({ ...item, model: model(index) }));
		const { success } = await bench.run(items);
		expect(success).toHaveLength(1500);
		expect(bench.batches().map(({ records }) => records)).toEqual(
			fewest(items.map(asRecord), 1000, 1_048_576),
		);
		expect(Math.max(...bench.batches().map(({ bytes }) => bytes))).toBeLessThanOrEqual(1_048_576);
	});

	it('a megabyte of a million bytes loses nothing either', async () => {
		bench.brevo.switches.maxBodyBytes = 1_000_000;
		const model = 'x'.repeat(2000);
		const { success } = await bench.run(bench.items(1000, (item) => ({ ...item, model })));
		expect(success).toHaveLength(1000);
	});

	it('a record that alone is too large is rejected, the rest goes on', async () => {
		const items = bench.items(3, (item, index) =>
			index === 1 ? { ...item, model: 'x'.repeat(1_048_576) } : item,
		);
		const { success, failures } = await bench.run(items);
		expect(success).toHaveLength(2);
		expect(tally(failures)).toEqual({ 'rejected RECORD_TOO_LARGE': 1 });
	});

	const asRecord = ({ vehicle_id: id, ...attributes }: IDataObject) =>
		JSON.stringify({ identifiers: { ext_id: id }, attributes });

	/** The same greedy cut, worked out anew: no order-keeping cut has fewer pieces. */
	function fewest(records: readonly string[], most: number, mostBytes: number): number[] {
		const sizes: number[] = [];
		let bytes = Infinity;
		for (const record of records) {
			const size = Buffer.byteLength(record) + 1;
			const last = sizes.length - 1;
			if (bytes + size <= mostBytes && (sizes[last] ?? 0) < most) {
				sizes[last] = (sizes[last] ?? 0) + 1;
				bytes += size;
			} else {
				sizes.push(1);
				bytes = '{"records":[]}'.length + size - 1;
			}
		}
		return sizes;
	}
});

describe('Waiting for completion', () => {
	it('a success is the record as sent, with its process', async () => {
		const { success } = await bench.run(bench.items(2));
		expect(success[1]).toEqual({
			identifiers: { ext_id: 'VH-1' },
			attributes: { plate: 'AB-1', doors: 3 },
			processId: 4711,
		});
	});

	it('asks with growing pauses, once for the whole batch', async () => {
		bench.brevo.switches.processMs = 100_000;
		const { success } = await bench.run(bench.items(1000), { verifyAfterWriting: false });
		expect(success).toHaveLength(1000);
		const accepted = bench.batches()[0]?.at ?? 0;
		const seconds = bench.polls().map(({ at }) => Math.round((at - accepted) / 1000));
		expect(seconds).toEqual([5, 15, 35, 75, 135]);
	});

	it('further batches leave while the first one is still worked on', async () => {
		await bench.run(bench.items(2500), { verifyAfterWriting: false });
		const lastBatch = bench.batches()[2]?.at ?? Infinity;
		expect(lastBatch).toBeLessThan(bench.polls()[0]?.at ?? 0);
	});

	it('without waiting, records are accepted and nothing is asked', async () => {
		const { success, hint } = await bench.run(bench.items(1500), { waitForCompletion: false });
		expect(success).toHaveLength(1500);
		expect(success[0]).toMatchObject({ identifiers: { ext_id: 'VH-0' }, processId: 4711 });
		expect(hint).toMatch(/^1 500 accepted · 2 requests · /);
		expect(bench.polls()).toHaveLength(0);
		expect(bench.pages()).toHaveLength(0);
	});

	it.each([
		['failed', 'unconfirmed PROCESS_FAILED'],
		['cancelled', 'unconfirmed PROCESS_CANCELLED'],
		['stuck', 'unconfirmed STILL_RUNNING'],
	] as const)('a process that ends as %s leaves its records %s', async (end, outcome) => {
		bench.brevo.switches.processEnds = end;
		bench.brevo.switches.endedEarlyApplies = 'firstHalf';
		const { success, failures } = await bench.run(bench.items(100));
		expect(success).toHaveLength(0);
		expect(tally(failures)).toEqual({ [outcome]: 100 });
		expect(failures[0]?.message).toContain('process 4711');
	});

	it('knows statuses however they are written', async () => {
		bench.brevo.switches.statusCase = 'upper';
		bench.brevo.switches.runningStatus = 'reticulating';
		bench.brevo.switches.acceptedStatus = 200;
		expect((await bench.run(bench.items(100))).success).toHaveLength(100);
	});

	it('a process that cannot be asked for is never taken for done', async () => {
		bench.brevo.switches.processRetentionMs = 0;
		const { success, failures } = await bench.run(bench.items(10), {
			options: { maxRetries: 1 },
		});
		expect(success.length + failures.length).toBe(10);
		for (const { error } of failures) expect(error.state).toBe('unconfirmed');
	});
});

describe('Associations', () => {
	const links = (count: number) => Array.from({ length: count }, (_, index) => 501 + index);
	const linked = (id: string) =>
		bench.brevo.store.linked('vehicle', id, 'contact').map((contact) => contact.id);

	it('more than ten links take several requests, and the item is written when all are', async () => {
		bench.brevo.seed.contacts(30);
		const items = bench.items(50, (item, index) => ({ ...item, contact_id: links(index % 26) }));
		const { success } = await bench.run(items);
		expect(success).toHaveLength(50);
		expect(bench.batches().map(({ records }) => records)).toEqual([50, 28, 8]);
		for (const [index, item] of items.entries()) {
			expect(linked(String(item.vehicle_id))).toEqual(links(index % 26));
		}
	});

	it.each(['replace', 'merge'] as const)(
		'keeps the attributes where updates %s those stored',
		async (updateAttributes) => {
			bench.brevo.seed.contacts(30);
			bench.brevo.switches.updateAttributes = updateAttributes;
			bench.brevo.switches.withoutAttributes = 'refuse';
			const [item = {}] = bench.items(1, (one) => ({ ...one, contact_id: links(25) }));
			const { success } = await bench.run([item]);
			expect(success).toHaveLength(1);
			expect(bench.stored(item)).toEqual({ plate: 'AB-0', doors: 2 });
			expect(linked('VH-0')).toHaveLength(25);
		},
	);

	it('says so when only a part of an item was written', async () => {
		bench.brevo.seed.contacts(30);
		bench.brevo.faults.add({
			when: ({ path, body }) => path.endsWith('/upsert') && JSON.stringify(body).includes('511'),
			fault: { kind: 'respond', status: 400, body: { message: 'records[0]: not this contact' } },
		});
		const items = bench.items(2, (one) => ({ ...one, contact_id: links(11) }));
		const { failures } = await bench.run(items);
		expect(tally(failures)).toEqual({ 'unconfirmed HTTP_400': 2 });
		expect(failures[0]?.message).toContain('only a part of the item was written (1 of 2 requests)');
		expect(linked('VH-0')).toEqual(links(10));
	});

	it('links and unlinks several types at once, each by its own kind of ID', async () => {
		const { seed, store } = bench.brevo;
		const [contact = 0] = seed.contacts(1);
		const [company = ''] = seed.companies(1);
		const [deal = ''] = seed.deals(1);
		const [garage = '', former = ''] = seed.garages(2);
		store.put('vehicle', 'VH-0', {});
		store.link(['vehicle', 'VH-0'], ['garage', former]);
		const { success } = await bench.run(
			bench.items(1, (item) => ({ ...item, contact, company, deal, garage: [garage], former })),
			{
				associations: {
					association: [
						{ action: 'link', target: 'contact', field: 'contact' },
						{ action: 'link', target: 'company', field: 'company' },
						{ action: 'link', target: 'deal', field: 'deal' },
						{ action: 'link', target: 'custom', customType: 'garage', field: 'garage' },
						{ action: 'unlink', target: 'custom', customType: 'garage', field: 'former' },
					],
				},
			},
		);
		expect(success).toHaveLength(1);
		const ends = store.linked('vehicle', 'VH-0').map(({ type, id, extId }) => [type, extId ?? id]);
		expect(ends.sort()).toEqual(
			[
				['company', company],
				['contact', contact],
				['deal', deal],
				['garage', garage],
			].sort(),
		);
	});
});

describe('Items of several object types in one run', () => {
	it('go in batches of their own', async () => {
		const items = bench.items(300, (item, index) =>
			index % 3 === 0
				? { vehicle_id: `G-${index}`, type: 'garage', name: `Garage ${index}` }
				: { ...item, type: 'vehicle' },
		);
		const { success } = await bench.run(items, {
			objectType: '={{ $json.type }}',
			fieldsToSend: 'except',
			fields: 'type',
		});
		expect(success).toHaveLength(300);
		expect(bench.batches().map(({ path, records }) => [path, records])).toEqual([
			['/v3/objects/garage/batch/upsert', 100],
			['/v3/objects/vehicle/batch/upsert', 200],
		]);
		expect(bench.brevo.store.count('garage')).toBe(100);
	});
});

describe('Items with the same ID', () => {
	it('follow one another: the later one leaves when the earlier process has ended', async () => {
		bench.brevo.switches.recordOrder = 'shuffle';
		const items = [
			...bench.items(100),
			...bench.items(100, (item) => ({ ...item, plate: 'second' })),
		];
		const { success } = await bench.run(items);
		expect(success).toHaveLength(200);
		expect(bench.batches().map(({ records }) => records)).toEqual([100, 100]);
		const [first, second] = bench.batches();
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(5000);
		expect(bench.stored({ vehicle_id: 'VH-5' })).toMatchObject({ plate: 'second' });
	});
});
