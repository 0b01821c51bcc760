import { verify } from 'node:crypto';

import { isJsonObject, parseJson, type JsonObject } from '../json';
import type { ClientRegistry, OAuthClient } from './clients';

/** Judges the JWT of private_key_jwt: https://docs.talkdesk.com/reference/cc-jwt */
export class AssertionJudge {
	private readonly usedIds = new Set<string>();

	constructor(private readonly clients: ClientRegistry) {}

	/** The client that signed it, or undefined whatever is wrong. `audience` is the token URL. */
	clientOf(assertion: string, audience: string): OAuthClient | undefined {
		const parts = assertion.split('.');
		if (parts.length !== 3) return undefined;
		const [head, body, signature] = parts as [string, string, string];
		const header = decode(head);
		const claims = decode(body);
		if (header?.['alg'] !== 'ES256' || claims === undefined) return undefined;
		const { iss, sub, aud, exp, jti } = claims;
		const client = typeof iss === 'string' ? this.clients.get(iss) : undefined;
		if (client?.key === undefined || sub !== iss || aud !== audience) return undefined;
		if (header['kid'] !== client.key.id) return undefined;
		if (typeof exp !== 'number' || exp * 1000 <= Date.now()) return undefined;
		if (typeof jti !== 'string' || jti === '' || this.usedIds.has(jti)) return undefined;
		if (!isSigned(`${head}.${body}`, signature, client.key.publicKey)) return undefined;
		this.usedIds.add(jti);
		return client;
	}
}

/** The signature must be r and s, 32 bytes each, as JOSE wants it; DER fails. */
function isSigned(
	text: string,
	signature: string,
	key: NonNullable<OAuthClient['key']>['publicKey'],
): boolean {
	const bytes = Buffer.from(signature, 'base64url');
	if (bytes.length !== 64) return false;
	return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}

function decode(part: string): JsonObject | undefined {
	const parsed = parseJson(Buffer.from(part, 'base64url').toString('utf8'));
	return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}
