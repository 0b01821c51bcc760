import { createEngine, type Engine } from '.';
import { ids, startServer, type FixtureServer } from './fixture/server';
import { fixturePackage, fixtureWorkflow } from './fixture/workflow';

let engine: Engine;
let server: FixtureServer;

beforeAll(async () => {
	engine = await createEngine({ packages: [fixturePackage] });
	server = await startServer();
});
beforeEach(() => server.reset());
afterAll(async () => await server.close());

const node = { name: 'Fixture', type: 'n8n-nodes-engine-fixture.fixture', typeVersion: 1 };

describe('credentials', () => {
	it('get the defaults of their type with expressions over their own fields', async () => {
		const fixtureApi = { server: server.url, token: 't' };
		await engine.run(fixtureWorkflow(), { credentials: { fixtureApi }, input: ids(1) });
		expect(server.calls[0]?.url).toBe('/v1/bulk');
		expect(fixtureApi).toEqual({ server: server.url, token: 't' });
	});

	it('replace what the workflow JSON names, whatever its id and name', async () => {
		const workflow = fixtureWorkflow(
			{},
			{ credentials: { fixtureApi: { id: '77', name: 'Mine' } } },
		);
		const fixtureApi = { server: server.url, token: 'other' };
		await engine.run(workflow, { credentials: { fixtureApi }, input: ids(1) });
		expect(server.calls[0]?.headers.authorization).toBe('Bearer other');
	});
});

describe('an OAuth2 credential', () => {
	const connected = () => ({
		server: server.url,
		clientId: 'client',
		clientSecret: 'hush',
		oauthTokenData: { access_token: 'old', refresh_token: 'again', token_type: 'bearer' },
	});
	const workflow = fixtureWorkflow({ authentication: 'fixtureOAuth2Api' });
	const answer: FixtureServer['answer'] = ({ url, headers }) => {
		if (url === '/token') return { body: { access_token: 'new', token_type: 'bearer' } };
		return { status: headers.authorization === 'Bearer new' ? 200 : 401 };
	};

	it('refreshes on 401 through the token URL, and the new token is remembered', async () => {
		server.answer = answer;
		const fixtureOAuth2Api = connected();
		const options = { credentials: { fixtureOAuth2Api }, input: ids(1) };
		const first = await engine.run(workflow, options);
		expect(first.error).toBeUndefined();
		expect(server.calls.map(({ url }) => url)).toEqual(['/v1/bulk', '/token', '/v1/bulk']);
		const refresh = Object.fromEntries(new URLSearchParams(server.calls[1]?.body));
		expect(refresh).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'again' });
		expect(engine.stored(fixtureOAuth2Api)).toMatchObject({
			oauthTokenData: { access_token: 'new', refresh_token: 'again' },
		});

		server.calls.length = 0;
		await engine.run(workflow, options);
		expect(server.calls.map(({ url }) => url)).toEqual(['/v1/bulk']);
	});

	it('refreshes once for requests that fail together', async () => {
		server.answer = answer;
		await engine.run(workflow, {
			credentials: { fixtureOAuth2Api: connected() },
			overrides: { Fixture: { operation: 'paced', parallel: 5 } },
			input: ids(5),
		});
		expect(server.calls.filter(({ url }) => url === '/token')).toHaveLength(1);
	});

	it('ignores stored values of fields that its type hides', async () => {
		server.answer = answer;
		const fixtureOAuth2Api = { ...connected(), accessTokenUrl: 'http://elsewhere.invalid/token' };
		const result = await engine.run(workflow, {
			credentials: { fixtureOAuth2Api },
			input: ids(1),
		});
		expect(result.status).toBe('success');
	});

	it('fails, and its test too, when it is not connected', async () => {
		const { oauthTokenData: _none, ...fixtureOAuth2Api } = connected();
		const result = await engine.run(workflow, {
			credentials: { fixtureOAuth2Api },
			input: ids(1),
		});
		expect(result.error?.message).toBe('Unable to sign without access token');
		expect((await engine.testCredential('fixtureOAuth2Api', fixtureOAuth2Api)).status).toBe(
			'Error',
		);
		expect((await engine.testCredential('fixtureOAuth2Api', connected())).status).toBe('OK');
	});
});

describe('a credential with a session token', () => {
	it('fetches the token first, again after a 401, and stores it', async () => {
		let sessions = 0;
		server.answer = ({ url, headers }) => {
			if (url === '/session') return { body: { session: `s${++sessions}` } };
			return { status: headers.authorization === `Bearer s${sessions}` ? 200 : 401 };
		};
		const fixtureSessionApi = { server: server.url };
		const workflow = fixtureWorkflow({ authentication: 'fixtureSessionApi' });
		const options = { credentials: { fixtureSessionApi }, input: ids(1) };
		await engine.run(workflow, options);
		expect(engine.stored(fixtureSessionApi).session).toBe('s1');
		sessions = 7;
		const result = await engine.run(workflow, options);
		expect(result.status).toBe('success');
		expect(engine.stored(fixtureSessionApi).session).toBe('s8');
	});
});

describe('the test of a credential', () => {
	const test = async () =>
		await engine.testCredential('fixtureApi', { server: server.url, token: 'secret' });

	it('sends the declared request, authenticated', async () => {
		expect(await test()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(server.calls[0]).toMatchObject({ method: 'GET', url: '/v1/whoami' });
		expect(server.calls[0]?.headers.authorization).toBe('Bearer secret');
	});

	it('answers with the message of a rule, of the status or of the network', async () => {
		server.answer = () => ({ status: 403 });
		expect((await test()).message).toBe('The token lacks a scope');
		server.answer = () => ({ status: 401 });
		expect(await test()).toEqual({ status: 'Error', message: 'Unauthorized' });
		server.answer = () => ({ body: { user: { disabled: true } } });
		expect((await test()).message).toBe('The user is disabled');
		const closed = await engine.testCredential('fixtureApi', { token: 'secret' });
		expect(closed).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
	});
});

describe('the methods behind pickers', () => {
	it('search with a filter and a page', async () => {
		server.answer = ({ url }) => ({ body: { results: [{ name: url, value: 1 }] } });
		const fixtureApi = { server: server.url, token: 'secret' };
		const picker = { ...node, parameters: {} };
		const found = await engine.listSearch(picker, { fixtureApi }, 'searchRecords', 'abc', '2');
		expect(found.results[0]?.name).toBe('/v1/search?filter=abc&page=2');
		expect(server.calls[0]?.headers.authorization).toBe('Bearer secret');
	});

	it('see the current parameters, those at their default included', async () => {
		const picker = { ...node, parameters: { parallel: 4 } };
		const options = await engine.loadOptions(picker, {}, 'currentParameters');
		expect(options[0]?.value).toBe('record 4');
		await expect(engine.loadOptions(picker, {}, 'none')).rejects.toThrow('no loadOptions method');
	});
});
