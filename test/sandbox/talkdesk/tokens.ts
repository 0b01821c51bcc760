import { createHash } from 'node:crypto';

import { ALL_SCOPES, BASIC_CLIENT } from './clients';
import type { TalkdeskLimits } from './limits';

export interface Token {
	readonly token: string;
	readonly clientId: string;
	readonly scopes: ReadonlySet<string>;
	/** By Date.now(); from then on 401. */
	expiresAt: number;
}

interface Wish {
	clientId?: string;
	scopes?: readonly string[];
	seconds?: number;
}

/** The access tokens given out: JWTs to look at, known by heart here. */
export class TokenRegistry {
	private readonly tokens = new Map<string, Token>();
	private count = 0;

	constructor(private readonly limits: TalkdeskLimits) {}

	/** Tokens given out so far, by the token endpoint or by tests. */
	get issued(): number {
		return this.count;
	}

	/** Gives out a token; tests may ask for one without a token request. */
	issue({ clientId = BASIC_CLIENT.clientId, scopes = ALL_SCOPES, seconds }: Wish = {}): string {
		const now = Date.now();
		const expiresAt = now + (seconds ?? this.limits.tokenSeconds) * 1000;
		const claims = {
			sub: clientId,
			scope: scopes.join(' '),
			iat: Math.floor(now / 1000),
			exp: Math.floor(expiresAt / 1000),
			jti: `sandbox-${++this.count}`,
		};
		const signed = `${base64Url({ alg: 'ES256', typ: 'JWT' })}.${base64Url(claims)}`;
		const token = `${signed}.${createHash('sha512').update(signed).digest('base64url')}`;
		this.tokens.set(token, { token, clientId, scopes: new Set(scopes), expiresAt });
		return token;
	}

	/** The token, if it is known and still good. */
	good(token: string): Token | undefined {
		const known = this.tokens.get(token);
		return known === undefined || Date.now() >= known.expiresAt ? undefined : known;
	}

	/** Ends every token there is, as if its time were over. */
	expireAll(): void {
		const now = Date.now();
		for (const token of this.tokens.values()) token.expiresAt = Math.min(token.expiresAt, now);
	}
}

function base64Url(value: unknown): string {
	return Buffer.from(JSON.stringify(value)).toString('base64url');
}
