import fc from 'fast-check';
import { readToken } from '../../../nodes/SasListData/readToken';
import { tokenError, unreachable } from '../../../nodes/SasListData/tokenError';
import { tokenRequest } from '../../../nodes/SasListData/tokenRequest';

const credential = {
	baseUrl: 'https://viya.example.com/',
	grantType: 'password',
	clientId: 'sas.ec',
	clientSecret: '',
	username: 'ana',
	password: 'p&w=ü',
};

function formOf(changes: object) {
	const made = tokenRequest({ ...credential, ...changes });
	if ('problem' in made) return made.problem;
	return Object.fromEntries(new URLSearchParams(made.request.body as string));
}

describe('tokenRequest', () => {
	it('goes to the credential’s own host and follows nothing', () => {
		const made = tokenRequest(credential);
		expect('request' in made && made.request).toMatchObject({
			method: 'POST',
			url: 'https://viya.example.com/SASLogon/oauth/token',
			auth: { username: 'sas.ec', password: '' },
			disableFollowRedirect: true,
			skipSslCertificateValidation: false,
		});
	});

	it.each([
		['clientCredentials', { grant_type: 'client_credentials' }],
		['password', { grant_type: 'password', username: 'ana', password: 'p&w=ü' }],
		['refreshToken', { grant_type: 'refresh_token', refresh_token: 'r1' }],
	])('fills in the form for %s and nothing else', (grantType, form) => {
		expect(formOf({ grantType, refreshToken: 'r1' })).toEqual(form);
	});

	it.each([
		[{ password: '' }, /Password is empty/],
		[{ grantType: 'refreshToken' }, /Refresh Token is empty/],
		[{ grantType: 'authorizationCode' }, /no Grant Type/],
		[{ baseUrl: 'http://viya.example.com' }, /must begin with https/],
		[{ baseUrl: '' }, /not a URL/],
	])('refuses %j', (changes, words) => {
		expect(formOf(changes)).toMatch(words);
	});
});

describe('readToken', () => {
	const read = (statusCode: number, body: unknown, changes = {}) =>
		readToken({ statusCode, body }, { ...credential, ...changes });

	it('reads the token, and a refresh token only where one was used', () => {
		const body = { access_token: 'a1', token_type: 'bearer', refresh_token: 'r2' };
		expect(read(200, body)).toEqual({ accessToken: 'a1' });
		expect(read(200, body, { grantType: 'refreshToken' })).toEqual({
			accessToken: 'a1',
			refreshToken: 'r2',
		});
	});

	it.each([
		[401, { error: 'unauthorized', error_description: 'Bad credentials' }, false],
		[400, {}, false],
		[200, '<html></html>', false],
		[302, '', false],
		[429, '', true],
		[503, '<html></html>', true],
	])('HTTP %i %j is no token; passing: %p', (status, body, passing) => {
		expect(read(status, body)).toMatchObject({ passing });
	});

	it('keeps secrets out of its sentence', () => {
		const error_description = 'no such user with Tr0ub4dor&3';
		const none = read(401, { error_description }, { password: 'Tr0ub4dor&3' });
		expect('problem' in none && none.problem).toBe(
			'SAS Viya gives no access token: no such user with [redacted] (HTTP 401)',
		);
	});

	it('takes no answer but 200 with a text for a token', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 599 }), fc.anything(), (status, body) => {
				expect(read(status, body)).toHaveProperty('problem');
				if (status !== 200) expect(read(status, { access_token: 'a' })).toHaveProperty('problem');
			}),
		);
	});
});

describe('The errors of a credential', () => {
	const codeOf = ({ cause }: Error) => (cause as { code?: string }).code;

	it('hold a code that lets a run try again only where that can help', () => {
		expect(codeOf(tokenError({ problem: 'no', passing: false }))).toBeUndefined();
		expect(codeOf(tokenError({ problem: 'no', passing: true }))).toBe('ESTATUS');
	});

	it.each([
		['ECONNREFUSED', 'ECONNREFUSED'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
		['ECONNRESET', 'ESTATUS'],
		['ECONNABORTED', 'ESTATUS'],
	])('%s becomes %s', (code, expected) => {
		const failure = Object.assign(new Error('why'), { code, config: { auth: 'a secret' } });
		const error = unreachable(failure);
		expect(codeOf(error)).toBe(expected);
		expect(error.message).toBe('SAS Viya gives no access token: why');
		expect(JSON.stringify([error, error.cause])).not.toContain('secret');
	});

	it('have no code of their own, which n8n would show instead of the sentence', () => {
		expect(tokenError({ problem: 'no', passing: true })).not.toHaveProperty('code');
	});
});
