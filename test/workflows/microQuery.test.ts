import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CONTACT_LIST_ID } from '../sandbox/micro/objectTypes';
import { createMicroBench, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench();
});
afterEach(async () => {
	await bench.stop();
});

const queries = () => bench.calls(/\/query$/);
const get = async (parameters: INodeParameters = {}, input: IDataObject[] = [{}]) =>
	await bench.run(input, { operation: 'getAll', properties: 'email, title', ...parameters });
const all = { returnAll: true };
const filter = (property: string, operator: string, value = '') => ({
	filter: [{ property, operator, value }],
});

describe('Record → Get Many', () => {
	it('returns all, over as many pages as there are', async () => {
		const ids = bench.micro.seedContacts(120);
		const { success } = await get(all);
		expect(success.map(({ json }) => json.id)).toEqual(ids);
		expect(success[0]?.json).toEqual({
			id: ids[0],
			email: expect.stringContaining('@') as string,
			title: expect.any(String) as string,
		});
		expect(queries()).toHaveLength(3);
	});

	it('stays below 10 requests a second', async () => {
		bench.micro.seedContacts(1000);
		expect((await get(all)).success).toHaveLength(1000);
		expect(queries().map(({ status }) => status)).not.toContain(429);
	});

	it.each([
		[7, 1],
		[50, 1],
		[70, 2],
	])('returns %i at most, in %i requests', async (limit, requests) => {
		const ids = bench.micro.seedContacts(120);
		const { success } = await get({ returnAll: false, limit });
		expect(success.map(({ json }) => json.id)).toEqual(ids.slice(0, limit));
		expect(queries()).toHaveLength(requests);
	});

	it('an empty list gives no items', async () => {
		const { success, failures } = await get(all);
		expect([success.length, failures.length, queries().length]).toEqual([0, 0, 1]);
	});

	it('reads all properties if none is named, with one more request', async () => {
		const [id] = bench.micro.seedContacts(1);
		const { success } = await get({ properties: '' });
		expect(success[0]?.json).toMatchObject({ id, seniority: expect.anything() as string });
		expect(bench.calls(/\/properties$/)).toHaveLength(1);
	});

	it('gives the raw row if so chosen', async () => {
		const [id] = bench.micro.seedContacts(1);
		const { success } = await get({ simple: false, properties: 'email' });
		expect(success[0]?.json).toEqual({ id, properties: { email: expect.any(String) as string } });
	});

	it('filters and sorts', async () => {
		const ids = bench.micro.seedContacts(4);
		const scores = [5, 40, 12, 7];
		ids.forEach((id, at) => {
			bench.micro.store.put('contact', id, { lead_score: scores[at] });
		});
		const options = { sort: { rule: [{ property: 'lead_score', direction: 'desc' }] } };
		const { success } = await get({
			...all,
			properties: 'lead_score',
			filters: filter('lead_score', '>', '6'),
			options,
		});
		expect(success.map(({ json }) => json.lead_score)).toEqual([40, 12, 7]);
	});

	it.each([
		['between', '6, 20', 2],
		['in', '5,40', 2],
		['is_null', '', 1],
		['!=', '5', 4],
	])('takes the operator %s', async (operator, value, count) => {
		const ids = bench.micro.seedContacts(5);
		const scores = [5, 40, 12, 7, null];
		ids.forEach((id, at) => {
			bench.micro.store.put('contact', id, { lead_score: scores[at] });
		});
		const { success } = await get({ ...all, filters: filter('lead_score', operator, value) });
		expect(success).toHaveLength(count);
	});

	it('reads a list, and the deleted', async () => {
		const ids = bench.micro.seedContacts(3, { listId: CONTACT_LIST_ID });
		bench.micro.seedContacts(3);
		bench.micro.store.remove('contact', String(ids[0]));
		const options = { listId: CONTACT_LIST_ID, deleted: true };
		const { success } = await get({ ...all, properties: 'email, stage', options });
		expect(success.map(({ json }) => json.id)).toEqual(ids);
	});

	it('one query for each item, each with its own parameters', async () => {
		const [id] = bench.micro.seedContacts(2);
		bench.micro.store.put('contact', String(id), { title: 'Only one' });
		const { success, failures } = await get(
			{ filters: filter('title', 'equals', '={{ $json.title }}') },
			[{ title: 'Only one' }, { title: 'Nobody' }],
		);
		expect(failures).toEqual([]);
		expect(success.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
			['Only one', { item: 0 }],
		]);
	});
});

describe('Where a list cannot be read', () => {
	it('a wrong key is an item on the error branch, in Micro’s words', async () => {
		bench.credential.apiKey = 'wrong-key-that-nobody-has';
		const { success, failures, result } = await get({}, [{ row: 1 }]);
		expect(success).toHaveLength(0);
		expect(failures).toEqual([
			{
				row: 1,
				message: expect.stringMatching(
					/^Micro rejected item 0: Forbidden: the API key is wrong or revoked/,
				) as string,
				error: expect.objectContaining({
					state: 'rejected',
					vendor: 'Micro',
					operation: 'getAll',
					httpStatus: 403,
				}) as object,
			},
		]);
		expect(JSON.stringify(result.raw)).not.toContain('wrong-key');
	});

	it.each([
		['properties', { properties: 'nonsense' }, /nonsense is not a property/],
		['a filter', { filters: filter('email', 'between', 'a') }, /Between takes two values/],
		['a list', { options: { listId: '../x' } }, /expected the ID of a list/],
	])('%s that cannot be', async (_, parameters, words) => {
		const { success, failures } = await get(parameters as INodeParameters);
		expect(success).toHaveLength(0);
		expect(failures[0]?.message).toMatch(words);
	});

	it('waits as told, and repeats what got lost', async () => {
		const ids = bench.micro.seedContacts(60);
		const headers = { 'retry-after': '7' };
		bench.micro.faults.add({ times: 1, fault: { kind: 'respond', status: 429, headers } });
		bench.micro.faults.add({ times: 1, fault: { kind: 'resetAfterApply' } });
		bench.micro.faults.add({ times: 1, fault: { kind: 'truncatedJson' } });
		const { success } = await get(all);
		expect(success.map(({ json }) => json.id)).toEqual(ids);
		expect(bench.time.elapsedMs()).toBeGreaterThan(7000);
	});

	it('half a list is no list: a failure on the second page gives no items', async () => {
		bench.micro.seedContacts(120);
		let calls = 0;
		bench.micro.faults.add({
			when: ({ path }) => path.endsWith('/query') && (calls += 1) > 1,
			fault: { kind: 'respond', status: 403, body: { message: 'Forbidden' } },
		});
		const { success, failures } = await get(all);
		expect([success.length, failures.length]).toEqual([0, 1]);
	});

	it('JSON that is no list is no empty list', async () => {
		bench.micro.faults.add({ fault: { kind: 'respond', status: 200, body: { fine: true } } });
		const { success, failures } = await get(all);
		expect(success).toHaveLength(0);
		expect(failures[0]?.error).toMatchObject({ state: 'notSent', code: 'UNREADABLE_ANSWER' });
	});

	it('a key goes nowhere else', async () => {
		const headers = { location: 'http://127.0.0.1:1/' };
		bench.micro.faults.add({ fault: { kind: 'respond', status: 307, headers } });
		const { failures } = await get();
		expect(failures[0]?.message).toContain('redirect');
	});

	it('nor unencrypted', async () => {
		bench.credential.baseUrl = 'http://example.com';
		expect((await get()).failures[0]?.message).toContain('must begin with https://');
	});
});
