import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { resolve } from 'node:path';
import type { NodeJson } from '../engine';
import { additionalDataFor } from '../engine/additionalData';
import { applyDefaults } from '../engine/credentialData';
import { CredentialStore } from '../engine/credentialStore';
import { CredentialsHelper } from '../engine/credentials';
import { Registry } from '../engine/registry';
import { TALKDESK_CLIENT } from '../sandbox';
import { createTalkdeskBench, TALKDESK_NODE, type TalkdeskBench } from './talkdeskBench';

const TYPE = 'talkdeskBulkOAuth2Api';

let bench: TalkdeskBench;
beforeEach(async () => {
	bench = await createTalkdeskBench();
});
afterEach(async () => {
	await bench.stop();
});

describe('The credential’s connection test', () => {
	it('passes with a client that may read lists', async () => {
		expect(await bench.engine.testCredential(TYPE, bench.credential())).toMatchObject({
			status: 'OK',
		});
		expect(bench.sandbox.calls.at(-1)).toMatchObject({
			path: '/record-lists',
			query: 'per_page=1',
		});
	});

	it.each([
		[
			'a wrong secret',
			{ clientSecret: 'not-the-right-secret' },
			/: Client authentication failed \(.+\)\.$/,
		],
		['a scope of something else', { scope: 'campaigns:read' }, /^Talkdesk .+ scope .+\.$/],
	])('fails with %s, in a sentence', async (_, changes, sentence) => {
		const result = await bench.engine.testCredential(TYPE, bench.credential(changes));
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(sentence);
		expect(result.message).not.toContain('not-the-right-secret');
	});
});

describe('The addresses of a region', () => {
	const addresses = async (data: ICredentialDataDecryptedObject) => {
		const registry = await Registry.load([resolve(__dirname, '..', '..')]);
		const helper = new CredentialsHelper(registry, new CredentialStore());
		const { baseUrl, accessTokenUrl } = applyDefaults(helper.getCredentialsProperties(TYPE), data, {
			additionalData: additionalDataFor(helper, 'internal'),
			mode: 'internal',
		});
		return [baseUrl, accessTokenUrl];
	};

	it.each([
		['us', 'https://api.talkdeskapp.com', 'https://acme.talkdeskid.com/oauth/token'],
		['eu', 'https://api.talkdeskapp.eu', 'https://acme.talkdeskid.eu/oauth/token'],
		['ca', 'https://api.talkdeskappca.com', 'https://acme.talkdeskidca.com/oauth/token'],
	])('%s', async (region, api, token) => {
		expect(await addresses({ region, accountName: 'acme' })).toEqual([api, token]);
	});

	it.each(['https://acme.mytalkdesk.com/atlas', ' acme.mytalkdesk.com', 'acme', 'acme@evil.com/#'])(
		'the account name %j leads to no other host',
		async (accountName) => {
			const [, token] = await addresses({ region: 'eu', accountName });
			expect(token).toBe('https://acme.talkdeskid.eu/oauth/token');
		},
	);

	it('custom: as typed', async () => {
		const data = { region: 'custom', apiUrl: 'https://proxy/api', tokenUrl: 'https://proxy/token' };
		expect(await addresses(data)).toEqual(['https://proxy/api', 'https://proxy/token']);
	});
});

describe('The list of record lists', () => {
	const node: NodeJson = {
		name: TALKDESK_NODE,
		type: 'n8n-nodes-bulk-records.talkdeskBulk',
		typeVersion: 1,
		parameters: { resource: 'record', operation: 'update' },
		credentials: { [TYPE]: { id: '1', name: 'Talkdesk' } },
	};
	const search = async (filter?: string, token?: string) =>
		await bench.engine.listSearch(
			node,
			{ [TYPE]: bench.credential() },
			'searchRecordLists',
			filter,
			token,
		);

	it('comes in pages, each list once', async () => {
		bench.sandbox.talkdesk.seedLists(249);
		const ids: unknown[] = [];
		let token: unknown;
		let pages = 0;
		do {
			const page = await search(undefined, token as string | undefined);
			ids.push(...page.results.map(({ value }) => value));
			token = page.paginationToken;
			pages += 1;
		} while (token !== undefined);
		expect(pages).toBe(3);
		expect(new Set(ids).size).toBe(250);
		expect(ids).toContain(bench.listId);
	});

	it('can be searched by name, however long the text', async () => {
		bench.sandbox.talkdesk.seedLists(20);
		expect((await search('week 007')).results.map(({ name }) => name)).toEqual([
			'Calls of week 007',
		]);
		expect((await search('?&#/ '.repeat(20))).results).toEqual([]);
	});

	it('says what Talkdesk says when it may not be read', async () => {
		bench.sandbox.talkdesk.clients.revokeScope(TALKDESK_CLIENT.clientId, 'record-lists:manage');
		const credential = bench.credential({ scope: 'campaigns:read' });
		await expect(
			bench.engine.listSearch(node, { [TYPE]: credential }, 'searchRecordLists'),
		).rejects.toThrow('Insufficient scopes for the requested operation.');
	});
});
