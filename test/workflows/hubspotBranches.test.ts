import type { IDataObject } from 'n8n-workflow';
import repairAndRetry from '../../examples/hubspot-repair-and-retry.json';
import { DEFAULT_TOKEN } from '../sandbox';
import { branches, createBench, NODE, tally, type Bench } from './bench';

let bench: Bench;
beforeEach(async () => {
	bench = await createBench();
	bench.sandbox.hubspot.limits.enabled = false;
});
afterEach(async () => {
	await bench.stop();
});

const stored = (id: unknown) => bench.sandbox.hubspot.store.get('contacts', String(id));

describe('How many requests a run takes', () => {
	it.each([
		[1, 1],
		[100, 1],
		[101, 2],
		[10_000, 100],
	])('%i valid updates take exactly %i requests and are all written', async (items, requests) => {
		const input = bench.contacts(items);

		const result = await bench.run(input);

		const { success, error } = branches(result);
		expect([success.length, error.length]).toEqual([items, 0]);
		expect(bench.batches()).toHaveLength(requests);
		expect(bench.sandbox.hubspot.store.writes).toHaveLength(items);
		expect(input.every((item) => stored(item['Record ID'])?.jobtitle === item.jobtitle)).toBe(true);
	});

	it('no items, no run and no request', async () => {
		const result = await bench.run([]);
		expect(result.status).toBe('success');
		expect(bench.batches()).toHaveLength(0);
	});

	it('Items per Batch of n8n means records per request, up to the most HubSpot takes', async () => {
		const input = bench.contacts(250);
		const batching = (batchSize: number) => ({
			requestOptions: { batching: { batch: { batchSize, batchInterval: 0 } } },
		});
		await bench.run(input, { parameters: batching(50) });
		expect(bench.batches().map((call) => call.records)).toEqual([50, 50, 50, 50, 50]);
		bench.sandbox.calls.clear();
		await bench.run(input, { parameters: batching(1000) });
		expect(bench.batches().map((call) => call.records)).toEqual([100, 100, 50]);
		bench.sandbox.calls.clear();
		await bench.run(input, { parameters: batching(-1) });
		expect(bench.batches().map((call) => call.records)).toEqual([100, 100, 50]);
	});
});

describe('What leaves on each branch', () => {
	const mixed = () =>
		bench.contacts(120, (item, index) => {
			if (index === 17) return { ...item, email: 'foo@bar' };
			if (index === 30) return { ...item, 'Record ID': 'anna@example.com' };
			if (index === 119) return { ...item, 'Record ID': '999999999' };
			return item;
		});

	it('a written item is the vendor’s record, paired with its input item', async () => {
		const input = bench.contacts(3);
		const { success } = branches(await bench.run(input));
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(success[1]?.json).toMatchObject({
			id: input[1]?.['Record ID'],
			properties: { jobtitle: 'Buyer 1', hs_object_id: input[1]?.['Record ID'] },
			archived: false,
		});
	});

	it('a failed item is the whole input item with its reason', async () => {
		const input = mixed();
		const { success, failures } = branches(await bench.run(input));

		expect(success).toHaveLength(117);
		expect(failures[0]).toEqual({
			...input[17],
			message:
				'HubSpot rejected item 17: Email address foo@bar is invalid (INVALID_EMAIL, field email)',
			error: {
				state: 'rejected',
				code: 'INVALID_EMAIL',
				field: 'email',
				reportedBy: 'vendor',
				vendor: 'HubSpot',
				operation: 'update',
				httpStatus: 400,
				retryable: false,
				attempts: 1,
				batch: 1,
				requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
			},
		});
		expect(failures[1]?.message).toBe(
			'Item 30 cannot be sent to HubSpot: expected a record ID (digits only), found "anna@example.com"; to match by another property, set ID Property (INVALID_ID, field Record ID)',
		);
		expect(failures[1]?.error).toMatchObject({
			state: 'rejected',
			reportedBy: 'node',
			attempts: 0,
		});
		expect(failures[2]?.error).toMatchObject({ state: 'rejected', code: 'OBJECT_NOT_FOUND' });
	});

	it('a hint above the output tells the account', async () => {
		const result = await bench.run(mixed());
		const [hint] = result.hints(NODE);
		expect(hint?.message).toMatch(/^117 written · 3 rejected · 3 requests · \d+\.\d s$/);
		expect(hint?.location).toBe('outputPane');
	});

	it('with Continue, all items leave in input order and failed ones keep their columns', async () => {
		const input = mixed();
		const result = await bench.run(input, { node: { onError: 'continueRegularOutput' } });
		const [items = []] = result.output(NODE);
		expect(items).toHaveLength(120);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		expect(items[17]?.json).toMatchObject({ ...input[17], error: { code: 'INVALID_EMAIL' } });
		expect(items[18]?.json).toMatchObject({ id: input[18]?.['Record ID'] });
	});

	it('with Stop Workflow, nothing new is sent after the first batch with a failure', async () => {
		const input = bench.contacts(1000, (item, index) =>
			index === 17 ? { ...item, email: 'foo@bar' } : item,
		);
		const result = await bench.run(input, {
			node: { onError: 'stopWorkflow' },
			parameters: { options: { parallelRequests: 1 } },
		});
		expect(result.status).toBe('error');
		expect(result.error).toMatchObject({ name: 'NodeOperationError', itemIndex: 17 });
		expect(result.error?.message).toMatch(
			/^HubSpot rejected item 17: Email address foo@bar is invalid \(INVALID_EMAIL, field email\)\. 99 written · 1 rejected · 900 not sent · 2 requests · /,
		);
		expect(bench.sandbox.hubspot.store.writes).toHaveLength(99);
	});

	it('with Stop Workflow, a run without failures goes through', async () => {
		const result = await bench.run(bench.contacts(5), { node: { onError: 'stopWorkflow' } });
		expect(result.status).toBe('success');
		expect(result.output(NODE)[0]).toHaveLength(5);
	});
});

describe('n8n’s own settings', () => {
	it('Retry On Fail does not send good records again because one item failed', async () => {
		const input = bench.contacts(100, (item, index) =>
			index === 0 ? { ...item, email: 'foo@bar' } : item,
		);
		const { success, failures } = branches(
			await bench.run(input, { node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } }),
		);
		expect([success.length, failures.length]).toEqual([99, 1]);
		expect(bench.sandbox.hubspot.store.writes).toHaveLength(99);
	});

	it('an expression in Operation is refused with a sentence and sends nothing', async () => {
		const result = await bench.run(bench.contacts(3), {
			parameters: { operation: '={{ "update" }}' },
			node: { onError: 'stopWorkflow' },
		});
		expect(result.error?.message).toBe(
			'Resource and Operation must be chosen from their lists, not set by an expression',
		);
		expect(bench.sandbox.calls).toHaveLength(0);
	});
});

describe('The error branch fed back in', () => {
	it('sends exactly the failed items again, without the columns of the failure', async () => {
		const input = bench.contacts(150, (item, index) => ({
			...item,
			email: index % 50 === 7 ? `person ${index}@example.con` : `person${index}@example.com`,
		}));
		const result = await bench.engine.run(repairAndRetry, {
			input,
			credentials: {
				hubSpotBulkApi: { accessToken: DEFAULT_TOKEN, baseUrl: bench.sandbox.hubspot.url },
			},
		});
		const [first = [], repaired = []] = result.output(NODE);
		const [second = [], failed = []] = result.output('HubSpot Bulk Again');
		expect([first.length, repaired.length, second.length, failed.length]).toEqual([147, 3, 3, 0]);
		expect(stored(input[57]?.['Record ID'])?.email).toBe('person57@example.com');
		expect(bench.batches().at(-1)?.records).toBe(3);
	});

	it('keeps columns of the user’s own that are called error and message', async () => {
		const { hubspot } = bench.sandbox;
		hubspot.defineProperty('contacts', { name: 'message', type: 'string', fieldType: 'text' });
		const [item] = bench.contacts(1);
		const input = { ...item, email: 'foo@bar', message: 'hello' };
		const { error } = branches(await bench.run([input]));
		const failed = error[0]?.json ?? {};
		const again = branches(await bench.run([{ ...failed, email: 'foo@example.com' }]));
		expect(again.success).toHaveLength(1);
		expect(stored(item?.['Record ID'])).toMatchObject({
			message: 'hello',
			email: 'foo@example.com',
		});
	});
});

describe('Items with the same ID', () => {
	const twice = (): IDataObject[] => {
		const items = bench.contacts(60);
		return [...items, ...items.map((item) => ({ ...item, jobtitle: 'Second' }))];
	};

	it('never share a batch: both are written, the later one wins, in the fewest requests', async () => {
		const input = twice();
		const { success } = branches(await bench.run(input));
		expect(success).toHaveLength(120);
		expect(bench.batches().map((call) => call.records)).toEqual([60, 60]);
		expect(stored(input[5]?.['Record ID'])?.jobtitle).toBe('Second');
	});

	it('with Keep Last, earlier ones are rejected and only the last is sent', async () => {
		const { success, failures } = branches(
			await bench.run(twice(), { parameters: { options: { onDuplicateIds: 'keepLast' } } }),
		);
		expect([success.length, failures.length]).toEqual([60, 60]);
		expect(tally(failures)).toEqual({ 'rejected DUPLICATE_ID': 60 });
		expect(failures[0]?.message).toMatch(/item 60 has the same ID "\d+" and is kept/);
	});

	it('with Reject, only the first is sent', async () => {
		const input = twice();
		const { failures } = branches(
			await bench.run(input, { parameters: { options: { onDuplicateIds: 'reject' } } }),
		);
		expect(tally(failures)).toEqual({ 'rejected DUPLICATE_ID': 60 });
		expect(stored(input[5]?.['Record ID'])?.jobtitle).toBe('Buyer 5');
	});
});
