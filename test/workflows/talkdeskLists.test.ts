import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runRead } from './readBench';
import { createTalkdeskBench, type TalkdeskBench } from './talkdeskBench';

let bench: TalkdeskBench;
beforeEach(async () => {
	bench = await createTalkdeskBench();
});
afterEach(async () => {
	await bench.stop();
});

interface Setup {
	credential?: IDataObject;
	input?: IDataObject[];
	onError?: string;
}

const read = async (parameters: INodeParameters, { credential, ...rest }: Setup = {}) =>
	await runRead(bench.engine, {
		type: 'talkdeskBulk',
		credentials: { talkdeskBulkOAuth2Api: bench.credential(credential) },
		parameters: { resource: 'recordList', ...parameters },
		...rest,
	});
const getMany = async (parameters: INodeParameters = {}, setup?: Setup) =>
	await read({ operation: 'getAll', ...parameters }, setup);
const get = async (value: string, setup?: Setup) =>
	await read({ operation: 'get', recordList: { __rl: true, mode: 'id', value } }, setup);
const pages = () => bench.sandbox.calls.to(/\/record-lists$/).map(({ query }) => query);

describe('Record List → Get Many', () => {
	it('returns every list once over several pages with Return All', async () => {
		bench.sandbox.talkdesk.limits.recordLists = 2000;
		bench.sandbox.talkdesk.seedLists(1200);
		const { items, from } = await getMany({ returnAll: true });
		expect(new Set(items.map(({ id }) => id)).size).toBe(1201);
		expect(items).toHaveLength(1201);
		expect(new Set(from)).toEqual(new Set([0]));
		expect(pages()).toEqual(['page=1&per_page=500', 'page=2&per_page=500', 'page=3&per_page=500']);
	});

	it.each([
		[1, 1],
		[50, 1],
		[501, 2],
		[5000, 2],
	])('Limit %i takes %i requests and no list more', async (limit, requests) => {
		bench.sandbox.talkdesk.limits.recordLists = 2000;
		bench.sandbox.talkdesk.seedLists(700);
		const { items } = await getMany({ limit });
		expect(items).toHaveLength(Math.min(limit, 701));
		expect(pages()).toHaveLength(requests);
	});

	it('gives a list as Talkdesk shows it, without links', async () => {
		const { items } = await getMany();
		expect(items[0]).toMatchObject({
			id: bench.listId,
			name: 'Renewals in spring',
			unique_identifier_type: 'PHONE_NUMBER',
			records_count: 0,
		});
		expect(items[0]).not.toHaveProperty('_links');
	});

	it('asks Talkdesk for a name, a status, a team and a campaign, and for none left blank', async () => {
		const { talkdesk } = bench.sandbox;
		talkdesk.seedLists(20);
		const team = talkdesk.seedTeam('North', [bench.listId]);
		const campaign = talkdesk.seedCampaign('Spring', [bench.listId]);
		const named = await getMany({ filters: { name: 'week 01', status: 'ACCEPTED', teamId: '' } });
		expect(
			named.items
				.map(({ name }) => name)
				.sort()
				.at(0),
		).toBe('Calls of week 010');
		expect(named.items).toHaveLength(10);
		expect(pages().at(-1)).toBe('name=week%2001&status=ACCEPTED&page=1&per_page=50');
		const ours = await getMany({ filters: { teamId: team, campaignId: campaign } });
		expect(ours.items.map(({ id }) => id)).toEqual([bench.listId]);
		expect((await getMany({ filters: { status: 'CORRUPTED' } })).items).toEqual([]);
	});

	it('says what is wrong with Limit before anything is asked', async () => {
		const { result } = await getMany({ limit: '={{ "many" }}' });
		expect(result.error?.message).toBe('Limit: expected a whole number from 1 on, found "many"');
		expect(pages()).toEqual([]);
	});

	it('follows no address from an answer', async () => {
		bench.sandbox.talkdesk.faults.add({
			when: ({ path }) => path === '/record-lists',
			times: 1,
			fault: {
				kind: 'transform',
				change: (body) => ({
					...(body as object),
					_links: { next: { href: 'http://127.0.0.1:1/record-lists' } },
				}),
			},
		});
		const { items } = await getMany({ returnAll: true, filters: { name: 'Renewals' } });
		expect(items).toHaveLength(1);
		expect(pages()).toHaveLength(2);
	});

	it.each([
		['an HTML page', { kind: 'html' }, /with an HTML page/],
		['lists that are none', { kind: 'respond', status: 200, body: { _embedded: {} } }, /no list/],
		['a redirect', { kind: 'respond', status: 302, headers: { location: '/' } }, /redirect/],
	] as const)('%s is an error and no empty result', async (_, fault, words) => {
		bench.sandbox.talkdesk.faults.add({ when: ({ path }) => path === '/record-lists', fault });
		const { result, items } = await getMany({ returnAll: true });
		expect(items).toEqual([]);
		expect(result.error?.message).toMatch(
			/^(Talkdesk rejected item 0|Item 0 was not read in Talkdesk): /,
		);
		expect(result.error?.message).toMatch(words);
	});
});

describe('Record List → Get', () => {
	it('reads one list for each item, and each result belongs to its item', async () => {
		const other = bench.sandbox.talkdesk.seedList('Trade fair leads', 'NOTHING');
		const { items, from } = await get('={{ $json.list }}', {
			input: [{ list: other }, { list: bench.listId }],
		});
		expect(items.map(({ name }) => name)).toEqual(['Trade fair leads', 'Renewals in spring']);
		expect(from).toEqual([0, 1]);
		expect(items[0]).not.toHaveProperty('_links');
	});

	it('says in Talkdesk’s words that a list does not exist', async () => {
		const { result } = await get('00000000-0000-4000-8000-000000000000');
		expect(result.error?.message).toBe(
			'Talkdesk rejected item 0: Record List not found. Choose the list again in Record List. (0530910)',
		);
	});

	it('an ID that is none reaches no address', async () => {
		const { result } = await get('../record-lists');
		expect(result.status).toBe('error');
		expect(bench.sandbox.calls).toHaveLength(0);
	});

	it('a list that does not exist leaves on the error branch, the others on the success branch', async () => {
		const { items, failures } = await get('={{ $json.list }}', {
			input: [{ list: 'nobodys' }, { list: bench.listId }],
			onError: 'continueErrorOutput',
		});
		expect(items.map(({ id }) => id)).toEqual([bench.listId]);
		expect(failures[0]).toMatchObject({ list: 'nobodys', error: { httpStatus: 404 } });
		expect(failures[0]?.message).toMatch(/Record List not found/);
	});
});

describe('A credential that is not accepted', () => {
	it('is told in words, without the secret', async () => {
		const { result } = await getMany({}, { credential: { clientSecret: 'not-the-right-secret' } });
		expect(result.status).toBe('error');
		expect(result.error?.message).not.toBe('');
		expect(JSON.stringify(result.raw)).not.toContain('not-the-right-secret');
	});

	it('a missing scope is named', async () => {
		const { result } = await getMany({}, { credential: { scope: 'campaigns:read' } });
		expect(result.error?.message).toMatch(/Insufficient scopes.+record-lists:manage/);
	});

	it('an address without https is refused before anything is sent', async () => {
		const { result } = await getMany({}, { credential: { apiUrl: 'http://api.example.com' } });
		expect(result.error?.message).toBe(
			'Item 0 was not read in Talkdesk: Talkdesk cannot be read: the base URL in the credential must begin with https:// (BASE_URL)',
		);
		expect(bench.sandbox.calls).toHaveLength(0);
	});

	it('a token that ends between two pages is renewed', async () => {
		const { talkdesk } = bench.sandbox;
		talkdesk.limits.recordLists = 2000;
		talkdesk.seedLists(700);
		talkdesk.faults.add({
			when: ({ path }) => {
				if (path === '/record-lists' && pages().length === 2) talkdesk.tokens.expireAll();
				return false;
			},
			fault: { kind: 'hang' },
		});
		const { items } = await getMany({ returnAll: true });
		expect(items).toHaveLength(701);
		expect(bench.sandbox.calls.to('/oauth/token')).toHaveLength(2);
	});
});

it('an expression in Operation is refused with a sentence and sends nothing', async () => {
	const { result } = await read({ operation: '={{ "getAll" }}' });
	expect(result.error?.message).toContain(
		'Resource and Operation must be chosen from their lists, not set by an expression',
	);
	const other = await read({ resource: '={{ "recordList" }}', operation: 'getAll' });
	expect(other.result.error?.message).toBe(result.error?.message);
	expect(bench.sandbox.calls).toHaveLength(0);
});
