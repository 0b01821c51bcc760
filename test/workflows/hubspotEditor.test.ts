import { createEngine, type Engine, type NodeJson } from '../engine';
import { DEFAULT_OAUTH, DEFAULT_TOKEN, startSandbox, type Sandbox } from '../sandbox';
import updateContacts from '../../examples/hubspot-update-contacts.json';
import { NODE, tally, type FailedJson } from './bench';

let engine: Engine;
let sandbox: Sandbox;
beforeAll(async () => {
	engine = await createEngine();
});
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	await sandbox.close();
});

const key = (changes = {}) => ({
	accessToken: DEFAULT_TOKEN,
	baseUrl: sandbox.hubspot.url,
	...changes,
});
const node = (parameters: object = {}): NodeJson => ({
	name: NODE,
	type: 'n8n-nodes-bulk-records.hubSpotBulk',
	typeVersion: 1,
	parameters: {
		authentication: 'serviceKey',
		resource: 'record',
		operation: 'update',
		...parameters,
	},
	credentials: { hubSpotBulkApi: { id: '1', name: 'HubSpot' } },
});

describe('The credential’s connection test', () => {
	it('passes with a good token', async () => {
		expect(await engine.testCredential('hubSpotBulkApi', key())).toMatchObject({ status: 'OK' });
	});

	it('says in a sentence that the token is wrong', async () => {
		const token = 'pat-eu1-not-this-one';
		const result = await engine.testCredential('hubSpotBulkApi', key({ accessToken: token }));
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/^HubSpot refuses the token \(401\): .+\.$/);
		expect(result.message).not.toContain(token);
	});
});

describe('The list of object types', () => {
	const search = async (filter?: string, token = DEFAULT_TOKEN) => {
		const credentials = { hubSpotBulkApi: key({ accessToken: token }) };
		const { results } = await engine.listSearch(node(), credentials, 'searchObjectTypes', filter);
		return results.map(({ name, value }) => `${name}=${String(value)}`);
	};

	it('holds all standard types, and the account’s custom ones', async () => {
		sandbox.hubspot.defineObjectType({ name: 'pet', labels: { singular: 'Pet', plural: 'Pets' } });
		const types = await search();
		expect(types).toContain('Contact=contacts');
		expect(types).toContain('Appointment=appointments');
		expect(types.find((type) => type.startsWith('Pet (Custom)='))).toMatch(/=2-\d+$/);
	});

	it('can be searched', async () => {
		expect(await search('line')).toEqual(['Line Item=line_items']);
	});

	it('holds the standard types where the token may not read schemas', async () => {
		sandbox.hubspot.tokens.add({
			token: 'writer',
			scopes: ['crm.objects.contacts.write'],
			kind: 'static',
		});
		expect(await search('contact', 'writer')).toEqual(['Contact=contacts']);
	});
});

describe('The list of ID properties', () => {
	it('holds the record ID and the properties with unique values', async () => {
		const options = await engine.loadOptions(
			node({ objectType: { __rl: true, mode: 'list', value: 'contacts' } }),
			{ hubSpotBulkApi: key() },
			'getIdProperties',
		);
		expect(options.map(({ value }) => value)).toContain('customer_number');
		expect(options[0]).toMatchObject({ name: 'Record ID', value: '' });
		expect(options.map(({ value }) => value)).not.toContain('jobtitle');
	});
});

describe('OAuth2', () => {
	const connected = (accessToken: string) => ({
		baseUrl: `${sandbox.hubspot.url}/`,
		clientId: DEFAULT_OAUTH.clientId,
		clientSecret: DEFAULT_OAUTH.clientSecret,
		oauthTokenData: {
			access_token: accessToken,
			refresh_token: DEFAULT_OAUTH.refreshToken,
			token_type: 'bearer',
		},
	});
	const workflow = {
		...updateContacts,
		nodes: updateContacts.nodes.map((json) =>
			json.name === NODE
				? { ...json, parameters: { ...json.parameters, authentication: 'oAuth2' } }
				: json,
		),
	};

	it('renews an expired token at the dated endpoint and goes on without losing a batch', async () => {
		sandbox.hubspot.tokens.add({
			token: 'old-token',
			scopes: ['all'],
			kind: 'oauth',
			expiresAt: 1,
		});
		const ids = sandbox.hubspot.seedContacts(250);
		const credential = connected('old-token');
		const result = await engine.run(workflow, {
			input: ids.map((id) => ({ 'Record ID': id, jobtitle: 'Renewed' })),
			credentials: { hubSpotBulkOAuth2Api: credential },
		});
		expect(result.output(NODE).map((items) => items.length)).toEqual([250, 0]);
		expect(sandbox.calls.to('/oauth/2026-03/token')).toHaveLength(1);
		expect(JSON.stringify(engine.stored(credential))).not.toContain('old-token');
	});

	it('a refused renewal leaves every item on the error branch, without a secret', async () => {
		const ids = sandbox.hubspot.seedContacts(250);
		const credential = { ...connected('unknown-token'), clientSecret: 'a-wrong-secret' };
		const result = await engine.run(workflow, {
			input: ids.map((id) => ({ 'Record ID': id, jobtitle: 'Never' })),
			credentials: { hubSpotBulkOAuth2Api: credential },
		});
		const [success = [], error = []] = result.output(NODE);
		expect([success.length, error.length]).toEqual([0, 250]);
		expect(tally(error.map(({ json }) => json as unknown as FailedJson))).toEqual({
			'notSent CREDENTIAL': 250,
		});
		const text = JSON.stringify(error);
		expect(text).not.toContain('a-wrong-secret');
		expect(text).not.toContain('unknown-token');
		expect(text).not.toContain(DEFAULT_OAUTH.refreshToken);
		expect(sandbox.hubspot.store.writes).toHaveLength(0);
	});
});
