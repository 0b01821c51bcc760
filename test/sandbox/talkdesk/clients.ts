import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

export type Grant = 'client_credentials' | 'authorization_code' | 'refresh_token';

/** An OAuth client as made in Talkdesk Builder: one way to prove itself, some grants, scopes. */
export interface OAuthClient {
	clientId: string;
	/** Credentials type "basic". */
	clientSecret?: string;
	/** Credentials type "private_key_jwt". */
	key?: { id: string; publicKey: KeyObject };
	grants: readonly Grant[];
	/** Each with the moment from which it works: a new scope takes some minutes. */
	scopes: Map<string, number>;
}

export const ACCOUNT = 'sandbox-account';

export const ALL_SCOPES = [
	'record-lists:manage',
	'record-lists:write',
	'campaigns:read',
	'campaigns:write',
] as const;

/** Client credentials with Basic. */
export const BASIC_CLIENT = {
	clientId: 'sandbox-basic-client',
	clientSecret: 'sandbox-basic-secret',
} as const;

const PAIR = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Client credentials with private_key_jwt. The key is handed out as base64 without PEM armour. */
export const KEY_CLIENT = {
	clientId: 'sandbox-key-client',
	keyId: 'sandbox-key',
	algorithm: 'ES256',
	privateKey: PAIR.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
} as const;

/** Authorization code and refresh token. */
export const WEB_CLIENT = {
	clientId: 'sandbox-web-client',
	clientSecret: 'sandbox-web-secret',
	redirectUri: 'http://localhost/callback',
	/** Works once. */
	code: 'sandbox-code',
	/** Never used up. */
	refreshToken: 'sandbox-refresh-token',
} as const;

interface Code {
	clientId: string;
	redirectUri: string;
}

/** Accounts, OAuth clients and what they were granted. */
export class ClientRegistry {
	readonly accounts = new Set<string>([ACCOUNT]);
	readonly codes = new Map<string, Code>();
	/** Refresh tokens with their client and scopes. */
	readonly refreshTokens = new Map<string, { clientId: string; scopes: readonly string[] }>();
	private readonly clients = new Map<string, OAuthClient>();

	constructor() {
		const { clientId, clientSecret } = BASIC_CLIENT;
		this.add({ clientId, clientSecret, grants: ['client_credentials'], scopes: all() });
		this.add({
			clientId: KEY_CLIENT.clientId,
			key: { id: KEY_CLIENT.keyId, publicKey: createPublicKey(PAIR.privateKey) },
			grants: ['client_credentials'],
			scopes: all(),
		});
		this.add({
			clientId: WEB_CLIENT.clientId,
			clientSecret: WEB_CLIENT.clientSecret,
			grants: ['authorization_code', 'refresh_token'],
			scopes: all(),
		});
		const { code, redirectUri, refreshToken } = WEB_CLIENT;
		this.codes.set(code, { clientId: WEB_CLIENT.clientId, redirectUri });
		this.refreshTokens.set(refreshToken, { clientId: WEB_CLIENT.clientId, scopes: ALL_SCOPES });
	}

	add(client: OAuthClient): void {
		this.clients.set(client.clientId, client);
	}

	get(clientId: string): OAuthClient | undefined {
		return this.clients.get(clientId);
	}

	/** Grants a scope that works from `afterMs` on. */
	grantScope(clientId: string, scope: string, afterMs = 0): void {
		this.clients.get(clientId)?.scopes.set(scope, Date.now() + afterMs);
	}

	revokeScope(clientId: string, scope: string): void {
		this.clients.get(clientId)?.scopes.delete(scope);
	}
}

function all(): Map<string, number> {
	return new Map(ALL_SCOPES.map((scope) => [scope, -Infinity]));
}
