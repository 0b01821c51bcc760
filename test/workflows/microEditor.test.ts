import { createMicroBench, NODE, type MicroBench } from './microBench';

let bench: MicroBench;
beforeEach(async () => {
	bench = await createMicroBench();
});
afterEach(async () => {
	await bench.stop();
});

const spent = () => bench.micro.usedThisMonth(bench.credential.apiKey);

describe('The credential’s connection test', () => {
	const test = async (changes: object = {}) => {
		const credential = { ...bench.credential, ...changes };
		return await bench.time.drive(bench.engine.testCredential('microBulkApi', credential));
	};

	it('passes with key and team, and spends one request of the month', async () => {
		expect(await test()).toMatchObject({ status: 'OK' });
		expect(spent()).toBe(1);
	});

	it('passes with a team ID that was pasted with a space', async () => {
		expect(await test({ teamId: ` ${bench.credential.teamId}\n` })).toMatchObject({ status: 'OK' });
	});

	it.each([
		[{ apiKey: 'wrong-key' }, /^Micro refuses key and team ID together \(403\): .+\.$/],
		[{ teamId: '00000000-0000-4000-8000-000000000000' }, /^Micro .+ team .+\.$/],
	])('says in a sentence what is wrong with %j', async (changes, sentence) => {
		const result = await test(changes);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(sentence);
		expect(result.message).not.toContain('wrong-key');
	});
});

describe('The list of object types', () => {
	const search = async (filter?: string) => {
		const node = {
			name: NODE,
			type: 'n8n-nodes-bulk-records.microBulk',
			typeVersion: 1,
			parameters: { resource: 'record', operation: 'update' },
			credentials: { microBulkApi: { id: '1', name: 'Micro' } },
		};
		const credentials = { microBulkApi: bench.credential };
		const found = bench.engine.listSearch(node, credentials, 'searchObjectTypes', filter);
		return (await bench.time.drive(found)).results.map(({ value }) => value);
	};

	it('holds what can be updated in bulk and spends no request', async () => {
		expect(await search()).toEqual([
			'action',
			'contact',
			'deal',
			'document',
			'engagement',
			'identity',
			'organization',
		]);
		expect(await search('ORG')).toEqual(['organization']);
		expect(spent()).toBe(0);
	});
});
