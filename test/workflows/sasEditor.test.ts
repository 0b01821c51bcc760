import { createEngine, type Engine, type NodeJson } from '../engine';
import { SAS_BARE_CLIENT, SAS_CLIENT, SAS_USER, startSandbox, type Sandbox } from '../sandbox';

let engine: Engine;
let sandbox: Sandbox;
beforeAll(async () => {
	engine = await createEngine();
});
beforeEach(async () => {
	sandbox = await startSandbox();
	sandbox.sas.seedLists(0);
});
afterEach(async () => {
	await sandbox.close();
});

const credential = (changes = {}) => ({
	baseUrl: sandbox.sas.url,
	grantType: 'password',
	...SAS_CLIENT,
	...SAS_USER,
	...changes,
});

describe('The credential’s connection test', () => {
	const test = async (changes = {}) =>
		await engine.testCredential('sasViyaBulkOAuth2Api', credential(changes));

	it('logs on and looks at the lists', async () => {
		expect(await test()).toMatchObject({ status: 'OK' });
		expect(sandbox.calls.map(({ path, query }) => `${path}?${query}`)).toEqual([
			'/SASLogon/oauth/token?',
			'/listData/lists?limit=1',
		]);
	});

	it('shows the sentence of a refused token, without the secret', async () => {
		const { status, message } = await test({ password: 'a-wrong-password' });
		expect(status).toBe('Error');
		expect(message).toBe(
			'SAS Viya gives no access token: Bad credentials (unauthorized, HTTP 401)',
		);
	});

	it('fails for a client that may not use lists', async () => {
		const { message } = await test({ grantType: 'clientCredentials', ...SAS_BARE_CLIENT });
		expect(message).toMatch(/^SAS Viya gives a token, but not access to lists \(403\): .+\.$/);
	});
});

describe('The list of lists', () => {
	const node: NodeJson = {
		name: 'SAS',
		type: 'n8n-nodes-bulk-records.sasListDataBulk',
		typeVersion: 1,
		parameters: { resource: 'content', operation: 'upsert' },
	};
	const search = async (filter?: string, token?: string, changes = {}) =>
		await engine.listSearch(
			node,
			{ sasViyaBulkOAuth2Api: credential(changes) },
			'searchLists',
			filter,
			token,
		);

	it('holds every list, by name, and says which are being developed', async () => {
		const { results, paginationToken } = await search();
		expect(results.map(({ name }) => name)).toEqual([
			'blocked_cards (Developing)',
			'branch_limits (Developing)',
			'closed_year (Developing)',
			'draft_rates',
			'fraud_signals (Developing)',
			'live_rates',
			'loyalty_members (Developing)',
			'new_members (Developing)',
			'next_year (Developing)',
		]);
		expect(paginationToken).toBeUndefined();
	});

	it('is searched by the server', async () => {
		const { results } = await search('members');
		expect(results.map(({ name }) => name)).toEqual([
			'loyalty_members (Developing)',
			'new_members (Developing)',
		]);
		expect(sandbox.calls.at(-1)?.query).toContain('contains');
	});

	it.each(['doubled', 'backslash'] as const)(
		'finds names with an apostrophe, however it is escaped (%s)',
		async (apostrophe) => {
			sandbox.sas.switches.apostrophe = apostrophe;
			const columns = [{ name: 'id', isKey: true }];
			sandbox.sas.defineList({ name: "Ada's limits", columns });
			sandbox.sas.defineList({ name: 'Bo’s limits', columns });
			const { results } = await search("a's limits");
			expect(results.map(({ name }) => name)).toEqual(["Ada's limits (Developing)"]);
		},
	);

	it('goes on page by page', async () => {
		const columns = [{ name: 'id', isKey: true }];
		for (let index = 0; index < 230; index++) {
			sandbox.sas.defineList({ name: `list ${index}`, columns });
		}
		const names: string[] = [];
		let token: string | undefined;
		do {
			const page = await search(undefined, token);
			names.push(...page.results.map(({ name }) => name));
			token = page.paginationToken as string | undefined;
		} while (token !== undefined);
		expect(new Set(names).size).toBe(239);
		expect(names).toHaveLength(239);
		expect(sandbox.calls.to(/\/lists$/)).toHaveLength(3);
	});

	it('shows the reason where there is none to see', async () => {
		const bare = { grantType: 'clientCredentials', ...SAS_BARE_CLIENT };
		await expect(search(undefined, undefined, bare)).rejects.toThrow('This is not allowed to you.');
	});
});

it('an expression in Operation is refused with a sentence and sends nothing', async () => {
	const result = await engine.run(
		{
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
				{
					name: 'SAS',
					type: 'n8n-nodes-bulk-records.sasListDataBulk',
					typeVersion: 1,
					parameters: { resource: 'content', operation: '={{ "upsert" }}' },
				},
			],
			connections: { Start: { main: [[{ node: 'SAS', type: 'main', index: 0 }]] } },
		},
		{ input: [{ id: 1 }], credentials: { sasViyaBulkOAuth2Api: credential() } },
	);
	expect(result.error?.message).toBe(
		'Resource and Operation must be chosen from their lists, not set by an expression',
	);
	expect(sandbox.calls).toHaveLength(0);
});
