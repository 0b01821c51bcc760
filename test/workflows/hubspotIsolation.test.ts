import { branches, createBench, tally, type Bench } from './bench';

let bench: Bench;
beforeEach(async () => {
	bench = await createBench();
	bench.sandbox.hubspot.limits.enabled = false;
});
afterEach(async () => {
	await bench.stop();
});

/** One bad record in 100. */
const oneBad = () =>
	bench.contacts(100, (item, index) => ({
		...item,
		email: index === 63 ? 'foo@bar' : `p${index}@example.com`,
	}));

const writtenIds = () => bench.sandbox.hubspot.store.writes.map(({ id }) => id);

describe('One bad record in a batch of 100 that HubSpot refuses as a whole', () => {
	it('named by property and value: 99 written, 1 rejected, 2 requests', async () => {
		const input = oneBad();
		const { success, failures } = branches(await bench.run(input));
		expect(success).toHaveLength(99);
		expect(failures).toHaveLength(1);
		expect(failures[0]?.error).toMatchObject({
			code: 'INVALID_EMAIL',
			field: 'email',
			state: 'rejected',
		});
		expect(failures[0]?.['Record ID']).toBe(input[63]?.['Record ID']);
		expect(bench.batches()).toHaveLength(2);
		expect(writtenIds()).toHaveLength(99);
	});

	it('named by property alone, which only one record carries: 2 requests', async () => {
		bench.sandbox.hubspot.switches.refusalDetail = 'property';
		const input = bench.contacts(100, (item, index) =>
			index === 63 ? { ...item, email: 'foo@bar' } : item,
		);
		const { success, failures } = branches(await bench.run(input));
		expect([success.length, failures.length]).toEqual([99, 1]);
		expect(bench.batches()).toHaveLength(2);
	});

	it('named by property alone, which all carry: found by halving in at most 15 requests', async () => {
		bench.sandbox.hubspot.switches.refusalDetail = 'property';
		const { success, failures } = branches(await bench.run(oneBad()));
		expect([success.length, failures.length]).toEqual([99, 1]);
		expect(failures[0]?.error).toMatchObject({ code: 'INVALID_EMAIL', field: 'email' });
		expect(bench.batches().length).toBeLessThanOrEqual(15);
	});

	it.each([0, 31, 63, 99])('not named at all, at position %i: at most 15 requests', async (at) => {
		bench.sandbox.hubspot.switches.refusalDetail = 'none';
		const input = bench.contacts(100, (item, index) => ({
			...item,
			email: index === at ? 'foo@bar' : `p${index}@example.com`,
		}));
		const { success, failures } = branches(await bench.run(input));
		expect([success.length, failures.length]).toEqual([99, 1]);
		expect(failures[0]?.['Record ID']).toBe(input[at]?.['Record ID']);
		expect(failures[0]?.error).toMatchObject({ code: 'VALIDATION_ERROR', httpStatus: 400 });
		expect(bench.batches().length).toBeLessThanOrEqual(15);
	});

	it('many bad ones of many kinds are named at once: 2 requests', async () => {
		const input = bench.contacts(100, (item, index) => ({
			...item,
			email: index % 10 === 3 ? `broken ${index}@` : `p${index}@example.com`,
			hs_lead_status: index % 10 === 4 ? 'Lukewarm' : 'NEW',
			annualrevenue: index % 10 === 5 ? '1,200,000' : '1200000',
			contract_start: index % 10 === 6 ? '31.12.2025' : '2025-12-31',
		}));
		const { success, failures } = branches(await bench.run(input));
		expect(success).toHaveLength(60);
		expect(Object.values(tally(failures))).toEqual([10, 10, 10, 10]);
		expect(bench.batches()).toHaveLength(2);
	});

	it('one bad entry in a list of options singles its records out, too: 2 requests', async () => {
		const input = bench.contacts(100, (item, index) => ({
			...item,
			interests: index % 20 === 3 ? 'imports;yodelling' : 'imports',
		}));
		const { success, failures } = branches(await bench.run(input));
		expect(success).toHaveLength(95);
		expect(tally(failures)).toEqual({ 'rejected INVALID_OPTION': 5 });
		expect(bench.batches()).toHaveLength(2);
	});

	it('a column HubSpot does not know rejects the items that carry it, and only those', async () => {
		const input = bench.contacts(100, (item, index) =>
			index < 10 ? { ...item, nickname: 'Bo' } : item,
		);
		const { success, failures } = branches(await bench.run(input));
		expect(success).toHaveLength(90);
		expect(tally(failures)).toEqual({ 'rejected PROPERTY_DOESNT_EXIST': 10 });
		expect(bench.batches()).toHaveLength(2);
	});

	it('an e-mail that another contact owns is found although the answer names nobody', async () => {
		const input = bench.contacts(50);
		const owner = input[3]?.['Record ID'];
		bench.sandbox.hubspot.store.put('contacts', String(owner), { email: 'taken@example.com' });
		const { success, failures } = branches(
			await bench.run(
				input.map((item, index) => (index === 20 ? { ...item, email: 'taken@example.com' } : item)),
			),
		);
		expect([success.length, failures.length]).toEqual([49, 1]);
		expect(failures[0]?.error).toMatchObject({ code: 'CONFLICT', httpStatus: 409 });
	});

	it.each([true, false, ['category', 'errors']])(
		'with sparse errors (%p) nothing is lost',
		async (sparse) => {
			bench.sandbox.hubspot.switches.sparseErrors = sparse;
			const { success, failures } = branches(await bench.run(oneBad()));
			expect([success.length, failures.length]).toEqual([99, 1]);
		},
	);
});

describe('Both readings of what HubSpot does with trace ids in an update', () => {
	it.each([
		[true, 1],
		[false, 2],
	])(
		'multi-status %p: 99 written and the bad one rejected, in %i requests',
		async (on, requests) => {
			bench.sandbox.hubspot.switches.updateTraceMultiStatus = on;
			const { success, failures } = branches(await bench.run(oneBad()));
			expect([success.length, failures.length]).toEqual([99, 1]);
			expect(failures[0]?.error).toMatchObject({ code: 'INVALID_EMAIL', field: 'email' });
			expect(failures[0]?.message).toContain('rejected item 63: Email address foo@bar is invalid');
			expect(bench.batches()).toHaveLength(requests);
		},
	);
});

describe('Records that HubSpot does not write', () => {
	it.each(['grouped', 'single'] as const)(
		'unknown ids (%s) are rejected, the rest written',
		async (how) => {
			bench.sandbox.hubspot.switches.notFoundEntries = how;
			const input = bench.contacts(100, (item, index) =>
				index % 25 === 0 ? { ...item, 'Record ID': String(900_000_000 + index) } : item,
			);
			const { success, failures } = branches(await bench.run(input));
			expect(success).toHaveLength(96);
			expect(tally(failures)).toEqual({ 'rejected OBJECT_NOT_FOUND': 4 });
			expect(bench.batches()).toHaveLength(1);
		},
	);

	it('ids merged away are in neither list: unconfirmed, never a success', async () => {
		const input = bench.contacts(10);
		const [first, , third] = input.map((item) => String(item['Record ID']));
		bench.sandbox.hubspot.store.merge('contacts', third ?? '', first ?? '');
		const { success, failures } = branches(await bench.run(input));
		expect(success.length + failures.length).toBe(10);
		expect(failures.every(({ error }) => error.state === 'unconfirmed')).toBe(true);
		expect(failures.map((failure) => failure['Record ID'])).toContain(third);
		expect(writtenIds()).not.toContain(third);
	});

	it.each(['PENDING', 'PROCESSING', 'CANCELED'] as const)(
		'status %s is not success',
		async (status) => {
			bench.sandbox.hubspot.switches.forcedStatus = status;
			const { success, failures } = branches(await bench.run(bench.contacts(3)));
			expect(success).toHaveLength(0);
			expect(tally(failures)).toEqual({ 'unconfirmed NOT_COMPLETE': 3 });
		},
	);

	it.each(['v3', '2026-03', '2026-09'])(
		'version %s: partial failure under any 2xx is seen',
		async (version) => {
			const input = bench.contacts(10, (item, index) =>
				index === 4 ? { ...item, 'Record ID': '900000000' } : item,
			);
			const { success, failures } = branches(
				await bench.run(input, { parameters: { options: { apiVersion: version } } }),
			);
			expect([success.length, failures.length]).toEqual([9, 1]);
			expect(bench.batches()[0]?.path).toContain(version);
		},
	);

	it.each(['shuffle', 'reverse', 'input'] as const)(
		'results in any order (%s) match their items',
		async (order) => {
			bench.sandbox.hubspot.switches.shuffleResults = order;
			const input = bench.contacts(100);
			const { success } = branches(await bench.run(input));
			expect(success.map(({ json }) => json.id)).toEqual(input.map((item) => item['Record ID']));
		},
	);
});

describe('Refusals that have nothing to do with a record', () => {
	it('an unknown object type ends the run after one request', async () => {
		const { success, failures } = branches(
			await bench.run(bench.contacts(500), {
				parameters: { objectType: { __rl: true, mode: 'id', value: 'gadgets' } },
			}),
		);
		expect(success).toHaveLength(0);
		expect(bench.batches()).toHaveLength(1);
		expect(failures[0]?.message).toMatch(/object type from: gadgets/);
		expect(Object.keys(tally(failures))).toEqual(['rejected HTTP_400', 'notSent HTTP_400']);
	});

	it('a missing scope ends the run after one request and names the scope', async () => {
		bench.sandbox.hubspot.tokens.add({
			token: 'reader',
			scopes: ['crm.objects.contacts.read'],
			kind: 'static',
		});
		const { failures } = branches(
			await bench.run(bench.contacts(500), { credential: { accessToken: 'reader' } }),
		);
		expect(bench.batches()).toHaveLength(1);
		expect(tally(failures)).toEqual({
			'rejected MISSING_SCOPES': 100,
			'notSent MISSING_SCOPES': 400,
		});
		expect(failures[0]?.message).toContain('crm.objects.contacts.write');
	});

	it('an ID Property that is not unique ends the run after one request', async () => {
		const input = bench.contacts(500).map((item, index) => ({ ...item, city: `City ${index}` }));
		const { failures } = branches(
			await bench.run(input, { parameters: { idField: 'city', idProperty: 'city' } }),
		);
		expect(bench.batches()).toHaveLength(1);
		expect(failures).toHaveLength(500);
		expect(failures[0]?.message).toMatch(/unique/i);
	});
});

describe('ID Property', () => {
	const numbered = (count: number) =>
		bench.contacts(count).map((item, index) => {
			const customer_number = `Kd-${index}`;
			bench.sandbox.hubspot.store.put('contacts', String(item['Record ID']), { customer_number });
			return {
				customer_number,
				jobtitle: `Chief ${index}`,
				'Record ID': item['Record ID'] as string,
			};
		});

	it.each([true, false])(
		'a unique property matches results by its value (trace ids echoed: %p)',
		async (echo) => {
			bench.sandbox.hubspot.switches.echoTraceIdInResults = echo;
			const input = numbered(150);
			const { success, failures } = branches(
				await bench.run(input, {
					parameters: {
						idField: 'customer_number',
						idProperty: 'customer_number',
						fieldsToSend: 'only',
						fields: 'jobtitle',
					},
				}),
			);
			expect([success.length, failures.length]).toEqual([150, 0]);
			expect(bench.batches()).toHaveLength(2);
			expect(success.map(({ json }) => json.id)).toEqual(input.map((item) => item['Record ID']));
		},
	);

	it('an expression that differs from item to item never mixes properties in one batch', async () => {
		const input = numbered(60).map((item, index) => ({
			jobtitle: item.jobtitle,
			key: index % 2 === 0 ? item.customer_number : item['Record ID'],
			by: index % 2 === 0 ? 'customer_number' : '',
		}));
		const { success, failures } = branches(
			await bench.run(input, {
				parameters: {
					idField: 'key',
					idProperty: '={{ $json.by }}',
					fieldsToSend: 'only',
					fields: 'jobtitle',
				},
			}),
		);
		expect([success.length, failures.length]).toEqual([60, 0]);
		expect(bench.batches().map((call) => call.records)).toEqual([30, 30]);
	});
});
