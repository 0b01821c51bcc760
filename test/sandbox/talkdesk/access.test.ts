import { createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto';

import { ACCOUNT, ALL_SCOPES, BASIC_CLIENT, KEY_CLIENT, WEB_CLIENT } from './clients';
import { moveClock, stopClock, useLab, type Body } from './lab';

const lab = useLab();
const FORM = 'application/x-www-form-urlencoded';
const MANAGE = 'record-lists:manage';

const basic = (id: string, secret: string): string =>
	`Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const BASIC = basic(BASIC_CLIENT.clientId, BASIC_CLIENT.clientSecret);
const GRANT = { grant_type: 'client_credentials' };

const ask = (
	fields: Record<string, string>,
	authorization: string | undefined = BASIC,
	account = ACCOUNT,
	type = FORM,
) =>
	lab.http.post<Body>(`/${account}/oauth/token`, new URLSearchParams(fields).toString(), {
		headers: { 'content-type': type, authorization: authorization || undefined },
	});

const probe = (authorization: string | undefined, path = '/record-lists', method = 'GET') =>
	lab.http.request<Body>({ method, url: path, headers: { authorization } });

describe('the token endpoint', () => {
	it('gives a bearer token that reads lists', async () => {
		const response = await ask({ ...GRANT, scope: MANAGE });
		expect(response.status).toBe(200);
		expect(response.headers['content-type']).toMatch(/^application\/json/);
		expect(response.data).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
			token_type: 'Bearer',
			expires_in: 599,
			scope: MANAGE,
		});
		expect((await probe(`Bearer ${response.data.access_token}`)).status).toBe(200);
		expect(lab.calls.to('oauth/token')).toHaveLength(1);
	});

	it('is below the account; an unknown one is not found, or refused by the switch', async () => {
		expect((await ask(GRANT, BASIC, 'nobody')).status).toBe(404);
		lab.talkdesk.switches.unknownAccount = 'invalidClient';
		const refused = await ask(GRANT, BASIC, 'nobody');
		expect([refused.status, refused.data.error]).toEqual([401, 'invalid_client']);
		lab.talkdesk.clients.accounts.add('nobody');
		expect((await ask(GRANT, BASIC, 'nobody')).status).toBe(200);
	});

	it('reads forms only', async () => {
		for (const type of ['application/json', 'text/plain']) {
			const response = await ask(GRANT, BASIC, ACCOUNT, type);
			expect(response.status).toBe(400);
			expect(response.data).toEqual({
				error: 'invalid_request',
				error_description: 'Missing grant type',
			});
		}
		expect((await ask(GRANT, BASIC, ACCOUNT, `${FORM};charset=utf-8`)).status).toBe(200);
	});

	it('tells a missing and an unknown grant, and one the client does not have', async () => {
		expect((await ask({})).data.error).toBe('invalid_request');
		const unknown = await ask({ grant_type: 'password' });
		expect([unknown.status, unknown.data.error]).toEqual([400, 'unsupported_grant_type']);
		const other = await ask({ grant_type: 'refresh_token', refresh_token: 'x' });
		expect([other.status, other.data.error]).toEqual([400, 'unauthorized_client']);
	});

	it.each([
		['no credentials', ''],
		['a wrong secret', basic(BASIC_CLIENT.clientId, 'x')],
		['an unknown client', basic('x', BASIC_CLIENT.clientSecret)],
		['a client that has a key', basic(KEY_CLIENT.clientId, '')],
		['nonsense', 'Basic %%%'],
	])('answers 401 invalid_client to %s', async (_name, authorization) => {
		const response = await ask(GRANT, authorization);
		expect(response.status).toBe(401);
		expect(response.data).toEqual({
			error: 'invalid_client',
			error_description: 'Bad client credentials',
		});
	});

	it('refuses credentials in the form, and takes them by the switch', async () => {
		const { clientId: client_id, clientSecret: client_secret } = BASIC_CLIENT;
		const form = { ...GRANT, client_id, client_secret };
		expect((await ask(form, '')).status).toBe(401);
		lab.talkdesk.switches.formCredentials = 'accept';
		expect((await ask(form, '')).status).toBe(200);
	});

	it.each([
		['clientIs401', 401, 400],
		['always400', 400, 400],
		['always401', 401, 401],
	] as const)('with tokenErrorStatus %s answers %i and %i', async (setting, client, rest) => {
		expect(lab.talkdesk.switches.tokenErrorStatus).toBe('clientIs401');
		lab.talkdesk.switches.tokenErrorStatus = setting;
		expect((await ask(GRANT, '')).status).toBe(client);
		expect((await ask({})).status).toBe(rest);
	});

	it('answers 401 to a scope that is not granted, or not yet active', async () => {
		stopClock();
		const wish = { ...GRANT, scope: `${MANAGE} contacts:read` };
		expect((await ask(wish)).status).toBe(401);
		lab.talkdesk.clients.grantScope(BASIC_CLIENT.clientId, 'contacts:read', 120_000);
		const early = await ask(wish);
		expect([early.status, early.data.error]).toEqual([401, 'invalid_scope']);
		moveClock(120_000);
		expect((await ask(wish)).data.scope).toBe(`${MANAGE} contacts:read`);
	});

	it('gives all granted scopes when none is asked for', async () => {
		expect((await ask(GRANT)).data.scope).toBe(ALL_SCOPES.join(' '));
		lab.talkdesk.clients.revokeScope(BASIC_CLIENT.clientId, MANAGE);
		expect((await ask(GRANT)).data.scope).toBe(ALL_SCOPES.slice(1).join(' '));
	});
});

describe('private_key_jwt', () => {
	const key = createPrivateKey({
		key: Buffer.from(KEY_CLIENT.privateKey, 'base64'),
		format: 'der',
		type: 'pkcs8',
	});
	const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	const claims = (change: object = {}) => ({
		iss: KEY_CLIENT.clientId,
		sub: KEY_CLIENT.clientId,
		aud: lab.talkdesk.tokenUrl(ACCOUNT),
		jti: randomUUID(),
		iat: Math.floor(Date.now() / 1000),
		exp: Math.floor(Date.now() / 1000) + 300,
		...change,
	});
	const jwt = (
		body: object,
		header: object = {},
		dsaEncoding: 'ieee-p1363' | 'der' = 'ieee-p1363',
		by: KeyObject = key,
	): string => {
		const head = part({ alg: 'ES256', typ: 'JWT', kid: KEY_CLIENT.keyId, ...header });
		const text = `${head}.${part(body)}`;
		const signature = sign('sha256', Buffer.from(text), { key: by, dsaEncoding });
		return `${text}.${signature.toString('base64url')}`;
	};
	const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
	const prove = (client_assertion: string, authorization = '', client_assertion_type = TYPE) =>
		ask({ ...GRANT, client_assertion_type, client_assertion }, authorization);

	it('takes a JWT signed as JOSE wants it, each only once', async () => {
		const assertion = jwt(claims());
		expect((await prove(assertion)).status).toBe(200);
		const again = await prove(assertion);
		expect([again.status, again.data.error]).toEqual([401, 'invalid_client']);
		expect((await prove(jwt(claims()))).status).toBe(200);
	});

	it.each([
		['a DER signature', () => jwt(claims(), {}, 'der')],
		['another key id', () => jwt(claims(), { kid: 'x' })],
		['another algorithm', () => jwt(claims(), { alg: 'HS256' })],
		['another audience', () => jwt(claims({ aud: `${lab.talkdesk.url}/x/oauth/token` }))],
		['the API as audience', () => jwt(claims({ aud: lab.talkdesk.url }))],
		['iss that is not sub', () => jwt(claims({ sub: 'x' }))],
		['an unknown client', () => jwt(claims({ iss: 'x', sub: 'x' }))],
		[
			'a client with a secret',
			() => jwt(claims({ iss: BASIC_CLIENT.clientId, sub: BASIC_CLIENT.clientId })),
		],
		['exp in the past', () => jwt(claims({ exp: Math.floor(Date.now() / 1000) }))],
		['no exp', () => jwt(claims({ exp: undefined }))],
		['no jti', () => jwt(claims({ jti: undefined }))],
		[
			'claims changed after signing',
			() => jwt(claims()).replace(/\.[^.]+\./, `.${part(claims())}.`),
		],
		['no JWT', () => 'x'],
	])('refuses %s', async (_name, make) => {
		const response = await prove(make());
		expect([response.status, response.data.error]).toEqual([401, 'invalid_client']);
	});

	it('refuses another assertion type, and a Basic header beside it', async () => {
		expect((await prove(jwt(claims()), '', 'x')).data.error).toBe('invalid_client');
		expect((await prove(jwt(claims()), BASIC)).data.error).toBe('invalid_request');
	});
});

describe('authorization code and refresh token', () => {
	const WEB = basic(WEB_CLIENT.clientId, WEB_CLIENT.clientSecret);
	const code = {
		grant_type: 'authorization_code',
		code: WEB_CLIENT.code,
		redirect_uri: WEB_CLIENT.redirectUri,
	};

	it('exchanges a code once, for a refresh token that works', async () => {
		const other = await ask({ ...code, redirect_uri: 'http://elsewhere' }, WEB);
		expect([other.status, other.data.error]).toEqual([400, 'invalid_grant']);
		const first = await ask(code, WEB);
		expect(first.status).toBe(200);
		expect((await ask(code, WEB)).data.error).toBe('invalid_grant');
		const { refresh_token } = first.data;
		expect((await ask({ grant_type: 'refresh_token', refresh_token }, WEB)).status).toBe(200);
	});

	it('narrows scopes on refresh, never widens them', async () => {
		const refresh = { grant_type: 'refresh_token', refresh_token: WEB_CLIENT.refreshToken };
		expect((await ask({ ...refresh, scope: MANAGE }, WEB)).data.scope).toBe(MANAGE);
		lab.talkdesk.clients.grantScope(WEB_CLIENT.clientId, 'contacts:read');
		expect((await ask({ ...refresh, scope: 'contacts:read' }, WEB)).status).toBe(401);
		expect((await ask({ ...refresh, refresh_token: '' }, WEB)).data).toEqual({
			error: 'unauthorized',
			error_description: 'No refresh token specified',
		});
		expect((await ask({ ...refresh, refresh_token: 'x' }, WEB)).data.error).toBe('invalid_grant');
	});
});

describe('API calls', () => {
	it.each([
		['no header', undefined],
		['an unknown token', 'Bearer nobody'],
		['Basic', BASIC],
		['a bare token', 'nobody'],
	])('answers 401 0530901 to %s', async (_name, authorization) => {
		const response = await probe(authorization);
		expect(response.status).toBe(401);
		expect(response.headers['content-type']).toMatch(/^application\/hal\+json/);
		expect(response.data.code).toBe('0530901');
	});

	it('wants the word Bearer before the token', async () => {
		const token = lab.talkdesk.tokens.issue();
		expect((await probe(token)).status).toBe(401);
		expect((await probe(`bearer ${token}`)).status).toBe(200);
	});

	it('lets a token live 599 seconds, or as long as the limit says', async () => {
		stopClock();
		const first = `Bearer ${(await ask(GRANT)).data.access_token}`;
		moveClock(598_999);
		expect((await probe(first)).status).toBe(200);
		moveClock(1);
		expect((await probe(first)).data.code).toBe('0530901');
		lab.talkdesk.limits.tokenSeconds = 2;
		const short = await ask(GRANT);
		expect(short.data.expires_in).toBe(2);
		moveClock(2000);
		expect((await probe(`Bearer ${short.data.access_token}`)).status).toBe(401);
	});

	it('can end every token at once', async () => {
		lab.talkdesk.tokens.expireAll();
		expect((await lab.get('/record-lists')).status).toBe(401);
		const fresh = `Bearer ${(await ask(GRANT)).data.access_token}`;
		expect((await probe(fresh)).status).toBe(200);
	});

	it('answers 403 0530902 without the scope, before it looks at anything', async () => {
		const { tokens } = lab.talkdesk;
		const without = `Bearer ${tokens.issue({ scopes: ['record-lists:write'] })}`;
		const manage = `Bearer ${tokens.issue({ scopes: [MANAGE] })}`;
		for (const method of ['PATCH', 'POST', 'DELETE']) {
			const refused = await probe(without, '/record-lists/x/records/bulks', method);
			expect([refused.status, refused.data.code]).toEqual([403, '0530902']);
		}
		expect((await probe(without)).status).toBe(403);
		expect((await probe(manage)).status).toBe(200);
		const list = `/record-lists/${lab.lists.phone}`;
		expect((await probe(manage, list, 'PATCH')).status).toBe(403);
		expect((await probe(without, list, 'PATCH')).status).toBe(400);
		expect((await probe(manage, '/campaigns')).status).toBe(403);
	});

	it('needs the skip scope for bulk create and delete by the switch only', async () => {
		const bulks = `/record-lists/${lab.lists.phone}/records/bulks`;
		const status = async (token: string, method: string) =>
			(await probe(`Bearer ${token}`, bulks, method)).status;
		const plain = lab.talkdesk.tokens.issue();
		expect(await status(plain, 'POST')).toBe(400);
		lab.talkdesk.switches.bulkNeedsSkipScope = true;
		expect(await status(plain, 'POST')).toBe(403);
		expect(await status(plain, 'DELETE')).toBe(403);
		expect(await status(plain, 'PATCH')).toBe(400);
		const more = lab.talkdesk.tokens.issue({ scopes: [MANAGE, 'role-permissions:skip'] });
		expect(await status(more, 'DELETE')).toBe(400);
	});

	it('knows no other paths', async () => {
		expect((await lab.get('/v1/record-lists')).status).toBe(404);
		expect((await lab.send('DELETE', `/record-lists/${lab.lists.phone}`)).status).toBe(404);
		expect((await lab.get(`/${ACCOUNT}/oauth/token`)).status).toBe(404);
	});
});
