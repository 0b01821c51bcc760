import axios from 'axios';

import {
	SAS_BARE_CLIENT,
	SAS_CLIENT,
	SAS_CODE,
	SAS_EMPTY_SECRET_CLIENT,
	SAS_OUTSIDER,
	SAS_REFRESH_TOKEN,
	SAS_SERVICE_CLIENT,
	SAS_USER,
} from './accounts';
import { moveClock, stopClock } from '../testClock';
import { useSasLab, type Response } from './lab';

const lab = useSasLab();
const LISTS = '/listData/lists';
const basic = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }): string =>
	`Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
const form = (
	fields: Record<string, string>,
	authorization: string | undefined = basic(SAS_CLIENT),
): Promise<Response> =>
	axios.post(`${lab.sas.url}/SASLogon/oauth/token`, new URLSearchParams(fields).toString(), {
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			accept: 'application/json',
			...(authorization === '' ? {} : { authorization }),
		},
		validateStatus: () => true,
		proxy: false,
	});
const password = { grant_type: 'password', ...SAS_USER };
const refresh = { grant_type: 'refresh_token', refresh_token: SAS_REFRESH_TOKEN };
const lists = (token: string) => lab.get(LISTS, { authorization: `Bearer ${token}` });

describe('grants', () => {
	it('password gives a bearer token that opens lists, and a refresh token', async () => {
		const { data, headers, status } = await form(password);
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('application/json');
		expect(data).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
			token_type: 'bearer',
			refresh_token: expect.any(String),
			expires_in: 3599,
			scope: 'openid uaa.user AdvancedListUsers',
			jti: expect.any(String),
		});
		expect((await lists(data.access_token)).status).toBe(200);
		const again = await form({ ...refresh, refresh_token: data.refresh_token as string });
		expect(again.status).toBe(200);
	});

	it('a token writes in the name of its user', async () => {
		const { data } = await form(password);
		const response = await lab.put(
			`${LISTS}/${lab.plain()}/contents`,
			{ items: [{ id: '1', text: 'a', size: 1 }] },
			{ authorization: `Bearer ${data.access_token}` },
		);
		expect(response.data.modifiedBy).toBe(SAS_USER.username);
	});

	it('works with an empty secret', async () => {
		const empty = await form(password, basic(SAS_EMPTY_SECRET_CLIENT));
		expect(empty.status).toBe(200);
		const wrong = await form(password, basic({ ...SAS_EMPTY_SECRET_CLIENT, clientSecret: 'x' }));
		expect(wrong.status).toBe(401);
	});

	it('works for users that a test adds', async () => {
		const user = { username: 'jo', password: 'p' };
		expect((await form({ grant_type: 'password', ...user })).status).toBe(401);
		lab.sas.logon.addUser({ ...user, groups: ['SASAdministrators'] });
		const { data } = await form({ grant_type: 'password', ...user });
		expect((await lists(data.access_token)).status).toBe(200);
	});

	it('client_credentials has no user and no refresh token', async () => {
		const grant = { grant_type: 'client_credentials' };
		const service = await form(grant, basic(SAS_SERVICE_CLIENT));
		expect(service.data.refresh_token).toBeUndefined();
		expect((await lists(service.data.access_token)).status).toBe(200);
	});

	it('a token without authorities is valid, and 403 everywhere below /listData', async () => {
		const bare = await form({ grant_type: 'client_credentials' }, basic(SAS_BARE_CLIENT));
		expect(bare.data['scope']).toBe('uaa.none');
		const headers = { authorization: `Bearer ${bare.data.access_token}` };
		for (const path of [LISTS, `${LISTS}/${lab.lists.simple}`, '/listData/nowhere']) {
			const response = await lab.get(path, headers);
			expect([response.status, response.data.errorCode]).toEqual([403, 990_403]);
		}
		const user = await form({ ...password, ...SAS_OUTSIDER });
		expect((await lists(user.data.access_token)).status).toBe(403);
	});

	it('a code works once', async () => {
		const code = { grant_type: 'authorization_code', code: SAS_CODE };
		expect((await form(code)).status).toBe(200);
		const used = await form(code);
		expect([used.status, used.data.error]).toEqual([400, 'invalid_grant']);
		expect((await form({ ...code, code: 'never-given' })).status).toBe(400);
	});

	it('a code grows too old after the limit codeSeconds', async () => {
		stopClock();
		lab.sas.limits.codeSeconds = 30;
		const { logon } = lab.sas;
		for (const code of ['young', 'old']) {
			logon.addCode(code, SAS_CLIENT.clientId, SAS_USER.username);
		}
		moveClock(29_999);
		expect((await form({ grant_type: 'authorization_code', code: 'young' })).status).toBe(200);
		moveClock(1);
		expect((await form({ grant_type: 'authorization_code', code: 'old' })).status).toBe(400);
	});

	it('a registered redirect_uri has to be named', async () => {
		const redirectUri = 'http://localhost:5678/rest/oauth2-credential/callback';
		lab.sas.logon.addClient({
			clientId: 'web',
			clientSecret: 's',
			grants: ['authorization_code'],
			authorities: [],
			redirectUri,
		});
		const web = basic({ clientId: 'web', clientSecret: 's' });
		const at = await lab.get(
			`/SASLogon/oauth/authorize?response_type=code&client_id=web&state=s1&redirect_uri=${encodeURIComponent(redirectUri)}`,
		);
		expect(at.status).toBe(302);
		const target = new URL(at.headers['location'] as string);
		expect(target.searchParams.get('state')).toBe('s1');
		const code = target.searchParams.get('code') as string;
		const grant = { grant_type: 'authorization_code', code };
		expect((await form(grant, web)).status).toBe(400);
		const done = await form({ ...grant, redirect_uri: redirectUri }, web);
		expect(done.status).toBe(200);
		expect(done.data.refresh_token).toBeUndefined();
	});

	it('shows a code to paste when there is nowhere to go', async () => {
		const page = await lab.http.get<string>(
			`/SASLogon/oauth/authorize?response_type=code&client_id=${SAS_CLIENT.clientId}`,
		);
		const code = /<pre>(\w+)<\/pre>/.exec(page.data)?.[1] as string;
		expect((await form({ grant_type: 'authorization_code', code })).status).toBe(200);
		const wrong = await lab.get('/SASLogon/oauth/authorize?response_type=code&client_id=nobody');
		expect(wrong.status).toBe(400);
	});
});

describe('refusals', () => {
	it.each([
		['a wrong password', { ...password, password: 'x' }, undefined, 401, 'unauthorized'],
		['an unknown user', { ...password, username: 'x' }, undefined, 401, 'unauthorized'],
		['a wrong secret', password, basic({ ...SAS_CLIENT, clientSecret: 'x' }), 401, 'unauthorized'],
		['no Basic header', password, '', 401, 'unauthorized'],
		['a grant the client lacks', password, basic(SAS_SERVICE_CLIENT), 401, 'invalid_client'],
		['no grant at all', {}, undefined, 400, 'unsupported_grant_type'],
		['a bad refresh token', { ...refresh, refresh_token: 'x' }, undefined, 401, 'invalid_token'],
	])('%s', async (_name, fields, authorization, status, error) => {
		const response = await form(fields as Record<string, string>, authorization);
		expect([response.status, response.data.error]).toEqual([status, error]);
		expect(response.data['error_description']).toEqual(expect.any(String));
	});

	it('a refresh token that is another client’s, revoked or 90 days old', async () => {
		stopClock();
		const other = await form(refresh, basic(SAS_EMPTY_SECRET_CLIENT));
		expect(other.data.error).toBe('invalid_token');
		const { data } = await form(password);
		const own = { ...refresh, refresh_token: data.refresh_token as string };
		moveClock(90 * 86_400_000 - 1);
		expect((await form(own)).status).toBe(200);
		moveClock(1);
		expect((await form(own)).data.error).toBe('invalid_token');
		lab.sas.logon.addRefreshToken('r', SAS_CLIENT.clientId, SAS_USER.username);
		lab.sas.logon.revokeRefreshToken('r');
		expect((await form({ ...refresh, refresh_token: 'r' })).data.error).toBe('invalid_token');
	});

	it.each([415, 400] as const)('a request that is no form: %i', async (tokenMediaType) => {
		lab.sas.switches.tokenMediaType = tokenMediaType;
		const response = await lab.post('/SASLogon/oauth/token', password);
		expect(response.status).toBe(tokenMediaType);
		expect((await lab.get('/SASLogon/oauth/token')).status).toBe(405);
	});

	it.each([
		['refuse', 401],
		['accept', 200],
	] as const)('the client in the form, by clientInForm %s: %i', async (clientInForm, status) => {
		lab.sas.switches.clientInForm = clientInForm;
		const fields = { client_id: SAS_CLIENT.clientId, client_secret: SAS_CLIENT.clientSecret };
		expect((await form({ ...password, ...fields }, '')).status).toBe(status);
	});
});

it.each(['same', 'omit', 'rotate'] as const)('a refresh answers by refreshToken %s', async (to) => {
	lab.sas.switches.refreshToken = to;
	const { data } = await form(refresh);
	expect((await lists(data.access_token)).status).toBe(200);
	const sent = data.refresh_token;
	if (to === 'same') expect(sent).toBe(SAS_REFRESH_TOKEN);
	if (to === 'omit') expect(sent).toBeUndefined();
	if (to === 'rotate') {
		expect((await form({ ...refresh, refresh_token: sent as string })).status).toBe(200);
	}
	expect((await form(refresh)).status).toBe(to === 'rotate' ? 401 : 200);
});

describe('below /listData', () => {
	it('a token lasts an hour, then the header says that it has expired', async () => {
		stopClock();
		const { data } = await form(password);
		moveClock(3_599_999);
		expect((await lists(data.access_token)).status).toBe(200);
		moveClock(1);
		const late = await lists(data.access_token);
		expect(late.status).toBe(401);
		expect(late.headers['www-authenticate']).toMatch(/access token expired/);
	});

	it('lifetimes can be set for all and for a client', async () => {
		stopClock();
		lab.sas.limits.accessTokenSeconds = 60;
		expect((await form(password)).data['expires_in']).toBe(59);
		const client = { clientId: 'short', clientSecret: '' };
		lab.sas.logon.addClient({
			...client,
			grants: ['password', 'refresh_token'],
			authorities: [],
			accessTokenSeconds: 10,
			refreshTokenSeconds: 20,
		});
		const { data } = await form(password, basic(client));
		moveClock(10_000);
		expect((await lists(data.access_token)).status).toBe(401);
		const own = { ...refresh, refresh_token: data.refresh_token as string };
		expect((await form(own, basic(client))).status).toBe(200);
		moveClock(10_000);
		expect((await form(own, basic(client))).status).toBe(401);
	});

	it('tokens can be expired and removed by hand', async () => {
		const { data } = await form(password);
		lab.sas.tokens.expire();
		expect((await lists(data.access_token)).headers['www-authenticate']).toMatch(/expired/);
		expect((await lab.get(LISTS)).status).toBe(200);
		lab.sas.tokens.expire('sas-sandbox-bearer-token');
		expect((await lab.get(LISTS)).status).toBe(401);
		lab.sas.tokens.remove(data.access_token);
		expect((await lists(data.access_token)).headers['www-authenticate']).toMatch(/not known/);
	});

	it.each([
		['sasError', 'application/vnd.sas.error+json;version=2;charset=UTF-8', { errorCode: 990_401 }],
		['oauth', 'application/json;charset=UTF-8', { error: 'invalid_token' }],
		['empty', undefined, ''],
	] as const)('401 has a body by unauthorizedBody %s', async (unauthorizedBody, type, body) => {
		lab.sas.switches.unauthorizedBody = unauthorizedBody;
		const response = await lists('nobody');
		expect(response.status).toBe(401);
		expect(response.headers['content-type']).toBe(type);
		if (body === '') expect(response.data).toBe('');
		else expect(response.data).toMatchObject(body);
	});

	it('sends to the login page by the switch loginRedirect, and only without Accept JSON', async () => {
		const nobody = { authorization: undefined };
		const html = { ...nobody, accept: 'text/html' };
		expect((await lab.get(LISTS, html)).status).toBe(401);
		lab.sas.switches.loginRedirect = true;
		const sent = await lab.get(LISTS, html);
		expect(sent.status).toBe(302);
		expect(sent.headers['content-type']).toContain('text/html');
		expect(sent.headers['location']).toBe(`${lab.sas.url}/SASLogon/login`);
		expect((await lab.get('/SASLogon/login')).headers['content-type']).toContain('text/html');
		const json = await lab.get(LISTS, { ...nobody, accept: 'application/json' });
		expect(json.status).toBe(401);
	});

	it('HEAD gets no body with its 401', async () => {
		const response = await lab.http.head(LISTS, { headers: { authorization: 'Bearer nobody' } });
		expect([response.status, response.data]).toEqual([401, '']);
	});
});
