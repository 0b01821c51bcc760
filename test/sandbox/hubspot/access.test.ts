import { DEFAULT_OAUTH, DEFAULT_TOKEN } from '../index';
import { UPDATE, useLab, V3 } from './lab';
import { moveClock, stopClock } from '../testClock';

const lab = useLab();
const as = (token: string): { headers: Record<string, string> } => ({
	headers: { authorization: `Bearer ${token}` },
});

describe('tokens', () => {
	it.each([
		['no header', {}],
		['an unknown token', { authorization: 'Bearer nobody' }],
		['another scheme', { authorization: `Basic ${DEFAULT_TOKEN}` }],
	])('answers 401 INVALID_AUTHENTICATION to %s', async (_name, headers) => {
		const response = await lab.http.get('/account-info/v3/details', {
			headers: { authorization: undefined, ...headers },
		});
		expect(response.status).toBe(401);
		expect(response.data).toMatchObject({ status: 'error', category: 'INVALID_AUTHENTICATION' });
	});

	it('does not take the old API key from the query', async () => {
		const response = await lab.http.get(`/account-info/v3/details?hapikey=${DEFAULT_TOKEN}`, {
			headers: { authorization: undefined },
		});
		expect(response.status).toBe(401);
	});

	it('answers 401 EXPIRED_AUTHENTICATION from the moment a token expires', async () => {
		stopClock();
		const expiresAt = Date.now() + 1000;
		lab.hubspot.tokens.add({ token: 't', scopes: ['*'], kind: 'oauth', expiresAt });
		expect((await lab.http.get('/account-info/v3/details', as('t'))).status).toBe(200);
		moveClock(1000);
		const late = await lab.http.get('/account-info/v3/details', as('t'));
		expect(late.status).toBe(401);
		expect(late.data.category).toBe('EXPIRED_AUTHENTICATION');
	});

	it('can expire, remove and ban a token', async () => {
		lab.hubspot.tokens.add({ token: 'b', scopes: ['*'], kind: 'static', banned: true });
		const banned = await lab.http.get('/account-info/v3/details', as('b'));
		expect([banned.status, banned.data.category]).toEqual([403, 'BANNED']);
		lab.hubspot.tokens.expire(DEFAULT_TOKEN);
		expect((await lab.get('/account-info/v3/details')).data.category).toBe(
			'EXPIRED_AUTHENTICATION',
		);
		lab.hubspot.tokens.remove(DEFAULT_TOKEN);
		expect((await lab.get('/account-info/v3/details')).data.category).toBe(
			'INVALID_AUTHENTICATION',
		);
	});
});

describe('scopes', () => {
	it.each([
		['contacts', 'crm.objects.contacts.write'],
		['notes', 'crm.objects.contacts.write'],
		['taxes', 'crm.objects.line_items.write'],
		['tickets', 'tickets'],
		['products', 'e-commerce'],
		['2-77', 'crm.objects.custom.write'],
	])('lets %s be written with %s and names the scopes otherwise', async (type, scope) => {
		lab.hubspot.defineObjectType({ name: 'machine', objectTypeId: '2-77' });
		lab.hubspot.tokens.add({ token: 'with', scopes: [scope], kind: 'static' });
		lab.hubspot.tokens.add({ token: 'without', scopes: ['oauth'], kind: 'static' });
		const path = `${V3}/${type}/batch/update`;
		expect((await lab.http.post(path, { inputs: [] }, as('with'))).status).toBe(200);
		const refused = await lab.http.post(path, { inputs: [] }, as('without'));
		expect(refused.status).toBe(403);
		expect(refused.data.category).toBe('MISSING_SCOPES');
		expect(refused.data.errors[0].context.requiredGranularScopes).toContain(scope);
	});

	it('does not let a read scope write, nor a write scope read', async () => {
		const add = (token: string, scope: string): void =>
			lab.hubspot.tokens.add({ token, scopes: [scope], kind: 'static' });
		add('r', 'crm.objects.deals.read');
		add('w', 'crm.objects.deals.write');
		const call = (action: string, token: string) =>
			lab.http.post(`${V3}/deals/batch/${action}`, { inputs: [] }, as(token));
		expect((await call('read', 'r')).status).toBe(200);
		expect((await call('update', 'r')).status).toBe(403);
		expect((await call('read', 'w')).status).toBe(403);
		expect((await call('upsert', 'w')).status).toBe(200);
	});

	it.each(['crm.schemas.deals.read', 'crm.objects.deals.read', 'crm.objects.deals.write'])(
		'lists properties with %s',
		async (scope) => {
			lab.hubspot.tokens.add({ token: 's', scopes: [scope], kind: 'static' });
			expect((await lab.http.get('/crm/v3/properties/deals', as('s'))).status).toBe(200);
			expect((await lab.http.get('/crm/v3/properties/contacts', as('s'))).status).toBe(403);
		},
	);

	it('needs scopes of their own for owners and schemas', async () => {
		lab.hubspot.tokens.add({ token: 'o', scopes: ['crm.objects.owners.read'], kind: 'static' });
		lab.hubspot.tokens.add({ token: 'c', scopes: ['crm.schemas.custom.read'], kind: 'static' });
		expect((await lab.http.get('/crm/v3/owners', as('o'))).status).toBe(200);
		expect((await lab.http.get('/crm/v3/owners', as('c'))).status).toBe(403);
		expect((await lab.http.get('/crm/v3/schemas', as('c'))).status).toBe(200);
		expect((await lab.http.get('/crm/v3/schemas', as('o'))).status).toBe(403);
	});

	it('needs one more scope to write a sensitive property', async () => {
		const write = 'crm.objects.contacts.write';
		const more = 'crm.objects.contacts.sensitive.write.v2';
		lab.hubspot.tokens.add({ token: 'plain', scopes: [write], kind: 'static' });
		lab.hubspot.tokens.add({ token: 'more', scopes: [write, more], kind: 'static' });
		const body = { inputs: [{ id: lab.contact(), properties: { tax_number: '12/3' } }] };
		const refused = await lab.http.post(UPDATE, body, as('plain'));
		expect(refused.status).toBe(403);
		expect(refused.data.errors[0].context.requiredGranularScopes).toEqual([more]);
		expect((await lab.http.post(UPDATE, body, as('more'))).status).toBe(200);
	});
});

describe('OAuth', () => {
	const form = (fields: Record<string, string>) =>
		lab.http.post('/oauth/2026-03/token', new URLSearchParams(fields).toString(), {
			headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: undefined },
		});
	const app = {
		client_id: DEFAULT_OAUTH.clientId,
		client_secret: DEFAULT_OAUTH.clientSecret,
	};
	const refresh = {
		...app,
		grant_type: 'refresh_token',
		refresh_token: DEFAULT_OAUTH.refreshToken,
	};

	it('refreshes a token that works for 30 minutes', async () => {
		stopClock();
		const response = await form(refresh);
		expect(response.data).toMatchObject({ token_type: 'bearer', expires_in: 1800 });
		const bearer = as(response.data.access_token);
		moveClock(1_799_999);
		expect((await lab.http.get('/account-info/v3/details', bearer)).status).toBe(200);
		moveClock(1);
		expect((await lab.http.get('/account-info/v3/details', bearer)).data.category).toBe(
			'EXPIRED_AUTHENTICATION',
		);
	});

	it('exchanges a code once, for a refresh token that works', async () => {
		const code = { ...app, grant_type: 'authorization_code', code: DEFAULT_OAUTH.code };
		expect((await form(code)).data.status).toBe('BAD_REDIRECT_URI');
		const withUri = { ...code, redirect_uri: 'http://localhost/callback' };
		const first = await form(withUri);
		expect(first.status).toBe(200);
		const again = await form({ ...refresh, refresh_token: first.data.refresh_token });
		expect(again.status).toBe(200);
		expect((await form(withUri)).data.status).toBe('BAD_AUTH_CODE');
	});

	it('tells a bad refresh token, client, grant and media type', async () => {
		expect((await form({ ...refresh, refresh_token: 'x' })).data).toMatchObject({
			status: 'BAD_REFRESH_TOKEN',
			error: 'invalid_grant',
			error_description: expect.any(String),
		});
		lab.hubspot.oauth.revokeRefreshToken(DEFAULT_OAUTH.refreshToken);
		expect((await form(refresh)).data.status).toBe('BAD_REFRESH_TOKEN');
		expect((await form({ ...refresh, client_secret: 'x' })).data.error).toBe('invalid_client');
		expect((await form({ ...app, grant_type: 'x' })).data.error).toBe('unsupported_grant_type');
		expect((await lab.post('/oauth/2026-03/token', refresh)).status).toBe(415);
	});

	it('has the account there by default, and gone by the switch accountDeleted', async () => {
		expect((await form(refresh)).status).toBe(200);
		lab.hubspot.switches.accountDeleted = true;
		expect((await form(refresh)).data).toMatchObject({ status: 'BAD_HUB', error: 'access_denied' });
	});
});
