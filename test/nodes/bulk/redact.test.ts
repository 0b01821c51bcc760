import fc from 'fast-check';
import { redact, secretsOf } from '../../../nodes/bulk/redact';

const anySecret = fc
	.string({ minLength: 6, maxLength: 40 })
	// What stands for a secret cannot be told from one that looks like it.
	.filter((secret) => !'[redacted]'.includes(secret) && !secret.includes('[redacted]'));
const anyPiece = (secrets: readonly string[]) => fc.oneof(fc.string(), fc.constantFrom(...secrets));

describe('redact', () => {
	it('lets no secret survive in any text', () => {
		const anyTextWithSecrets = fc
			.array(anySecret, { minLength: 1, maxLength: 4 })
			.chain((secrets) => fc.tuple(fc.constant(secrets), fc.array(anyPiece(secrets))));
		fc.assert(
			fc.property(anyTextWithSecrets, ([secrets, pieces]) => {
				const known = secretsOf({
					list: Object.fromEntries(secrets.map((s, n) => [`token${n}`, s])),
				});
				const clean = redact(pieces.join(''), known);
				for (const secret of secrets) expect(clean).not.toContain(secret);
			}),
		);
	});

	it('leaves text without a secret alone', () => {
		expect(redact('nothing here', ['secret-1'])).toBe('nothing here');
		expect(redact('', [])).toBe('');
	});

	it('takes the longer of two secrets out first, so that no end of it remains', () => {
		const secrets = secretsOf({ token: 'abcdef', refreshToken: 'abcdef-and-more' });
		expect(redact('x abcdef-and-more y abcdef z', secrets)).toBe('x [redacted] y [redacted] z');
	});

	it('lets no secret survive that a JSON answer spells with escapes', () => {
		const token = 'pat-na1/ab+c"d';
		const secrets = secretsOf({ accessToken: token });
		const spellings = [
			JSON.stringify({ message: `bad token ${token}` }),
			// PHP's way and a cautious HTML-safe way of writing the same text.
			JSON.stringify({ message: `bad token ${token}` }).replaceAll('/', '\\/'),
			JSON.stringify({ message: `bad token ${token}` }).replaceAll('+', '\\u002b'),
		];
		for (const text of spellings) {
			const { message } = JSON.parse(redact(text, secrets)) as { message: string };
			expect(message).not.toContain(token);
		}
	});

	it('looks behind every escape that a secret could be spelled with, and leaves the others alone', () => {
		const spelled = (text: string, secret: string) => redact(text, secretsOf({ token: secret }));
		const letters = JSON.stringify({ city: 'M\u00fcnchen', note: 'a "b"\n\\c' });
		const ascii = letters.replace('\u00fc', '\\u00fc');

		expect(spelled(ascii, 'pat-na1-123')).toBe(ascii);
		expect(spelled('{"message":"\\u0070at-na1-123"}', 'pat-na1-123')).toBe(
			'{"message":"[redacted]"}',
		);
		// A key file has line breaks, a token may have letters of any language.
		expect(spelled('{"message":"-- key\\nabc --"}', '-- key\nabc --')).toBe(
			'{"message":"[redacted]"}',
		);
		expect(spelled('{"message":"schl\\u00fcssel"}', 'schl\u00fcssel')).toBe(
			'{"message":"[redacted]"}',
		);
	});
});

describe('secretsOf', () => {
	it('finds the secrets of a credential, nested ones too', () => {
		const credential = {
			accessToken: 'pat-na1-123456',
			clientId: 'not-a-secret',
			clientSecret: 'shh-shh-shh',
			accessTokenUrl: 'https://api.hubapi.com/oauth',
			baseUrl: 'https://api.hubapi.com',
			password: 'correct horse',
			apiKey: 'key-key-key',
			oauthTokenData: {
				access_token: 'nested-access',
				refresh_token: 'nested-refresh',
				token_type: 'bearer-bearer',
				expires_in: 1800,
			},
		};
		expect(secretsOf(credential)).toEqual(
			[
				'pat-na1-123456',
				'shh-shh-shh',
				'correct horse',
				'key-key-key',
				'nested-access',
				'nested-refresh',
			].sort((a, b) => b.length - a.length),
		);
	});

	it('does not take short words for secrets, which would blacken ordinary text', () => {
		expect(secretsOf({ token: 'abc', password: '' })).toEqual([]);
	});

	it('names each secret once and copes with anything', () => {
		expect(secretsOf({ token: 'same-same', secret: 'same-same', key: null, password: 5 })).toEqual([
			'same-same',
		]);
	});
});
