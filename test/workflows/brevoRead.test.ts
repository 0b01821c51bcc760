import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { createBrevoBench, type BrevoBench } from './brevoBench';

let bench: BrevoBench;
beforeEach(async () => {
	bench = await createBrevoBench();
});
afterEach(async () => {
	await bench.stop();
});

const get = async (parameters: INodeParameters = {}, input: IDataObject[] = [{}]) =>
	await bench.run(input, { operation: 'getAll', ...parameters });
const all = { returnAll: true };
const extIds = (records: readonly IDataObject[]) =>
	records.map(({ identifiers }) => (identifiers as IDataObject).ext_id);

describe('Object Record → Get Many', () => {
	it('returns all, over as many pages as there are, newest first', async () => {
		const ids = bench.brevo.seed.vehicles(250);
		const { success } = await get(all);
		expect(extIds(success)).toEqual([...ids].reverse());
		expect(success[0]).toMatchObject({ attributes: { plate: expect.any(String) as string } });
		expect(bench.pages()).toHaveLength(3);
	});

	it.each([
		[7, 1],
		[100, 1],
		[130, 2],
	])('returns %i at most, in %i requests', async (limit, requests) => {
		const ids = bench.brevo.seed.vehicles(250);
		const { success } = await get({ returnAll: false, limit, options: { sort: 'asc' } });
		expect(extIds(success)).toEqual(ids.slice(0, limit));
		expect(bench.pages()).toHaveLength(requests);
	});

	it('an empty list gives no items', async () => {
		const { success, failures } = await get(all);
		expect([success.length, failures.length, bench.pages().length]).toEqual([0, 0, 1]);
	});

	it('goes on where Brevo gives shorter pages than asked for', async () => {
		bench.brevo.switches.pageSizeAbove = 'clamp';
		bench.brevo.seed.vehicles(250);
		const { success } = await get({ ...all, options: { pageSize: 500 } });
		expect(new Set(extIds(success)).size).toBe(250);
	});

	it('a page larger than Brevo allows is refused in its words', async () => {
		bench.brevo.seed.vehicles(250);
		const { failures } = await get({ ...all, options: { pageSize: 500 } });
		expect(failures[0]?.message).toMatch(/^Brevo rejected item 0: limit: expected at most 100/);
	});

	it('shows associations if so chosen', async () => {
		const [contact] = bench.brevo.seed.contacts(1);
		await bench.run([{ vehicle_id: 'VH-1', doors: 3, c: contact }], {
			associations: { association: [{ action: 'link', target: 'contact', field: 'c' }] },
		});
		const { success } = await get({ options: { associations: true } });
		expect(success[0]?.associations).toEqual([
			{ object_type: 'contact', records: [{ identifiers: { id: contact } }] },
		]);
	});

	it.each([
		['an object that is not there', { objectType: 'spaceship' }, /^Brevo rejected item 0: /],
		['contacts', { objectType: 'contact' }, /^Brevo rejected item 0: /],
		['no object ID', { objectType: '../account' }, /expected an object ID .+ found "..\/account"/],
	])('%s', async (_, parameters, words) => {
		const { success, failures } = await get(parameters);
		expect(success).toHaveLength(0);
		expect(failures[0]?.message).toMatch(words);
	});

	it('an object without a primary attribute is said to be one', async () => {
		bench.brevo.losePrimaryAttribute('vehicle');
		const { failures } = await get();
		expect(failures[0]?.message).toContain('primary attribute');
		expect(failures[0]?.error).toMatchObject({ httpStatus: 424 });
	});

	it.each([
		['none', 'unauthorized', /Key not found/],
		['notRecognised', 'unauthorized', /We do not recognise the IP address/],
	] as const)('a 401 shows Brevo’s own words (IP refusal: %s)', async (ip, code, words) => {
		bench.brevo.switches.ipRefusal = ip;
		if (ip === 'none') bench.key.apiKey = 'xkeysib-wrong-key';
		const { failures, result } = await get({}, [{ row: 1 }]);
		expect(failures[0]).toMatchObject({ row: 1, error: { code, httpStatus: 401 } });
		expect(failures[0]?.message).toMatch(words);
		expect(JSON.stringify(result.raw)).not.toContain('xkeysib-wrong-key');
	});
});

describe('Process', () => {
	const process = { resource: 'process' };

	it('Get says how a process stands', async () => {
		const { success: accepted } = await bench.run(bench.items(3), { waitForCompletion: false });
		const { success } = await bench.run([...accepted], {
			...process,
			operation: 'get',
			processId: '={{ $json.processId }}',
		});
		expect(success).toHaveLength(3);
		expect(success[0]).toMatchObject({
			id: accepted[0]?.processId,
			status: expect.stringMatching(/queued|in_process|completed/) as string,
		});
	});

	it('Get Many lists them, newest first, over several pages', async () => {
		for (let round = 0; round < 25; round++) bench.brevo.seed.otherProcesses();
		const { success } = await bench.run([{}], { ...process, operation: 'getAll', ...all });
		expect(success).toHaveLength(75);
		const ids = success.map(({ id }) => Number(id));
		expect(ids).toEqual([...ids].sort((a, b) => b - a));
		expect(bench.calls(/\/processes$/)).toHaveLength(2);
	});

	it('Get Many keeps to Limit', async () => {
		for (let round = 0; round < 25; round++) bench.brevo.seed.otherProcesses();
		const { success } = await bench.run([{}], { ...process, operation: 'getAll', limit: 4 });
		expect(success).toHaveLength(4);
	});

	it.each([
		['999999', /This processId is invalid/],
		['../account', /expected the number of a process/],
		['process 7', /expected the number of a process/],
	])('%p is none', async (processId, words) => {
		const { failures } = await bench.run([{}], { ...process, operation: 'get', processId });
		expect(failures[0]?.message).toMatch(words);
	});
});
