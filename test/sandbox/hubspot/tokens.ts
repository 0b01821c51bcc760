import { ALL_SCOPES } from './scopes';

export interface Token {
	token: string;
	/** Granted scopes; `ALL_SCOPES` in the list grants all. */
	scopes: readonly string[];
	/** Service keys and private apps are static; OAuth tokens have no daily quota headers. */
	kind: 'static' | 'oauth';
	/** By Date.now(); from then on 401 EXPIRED_AUTHENTICATION. */
	expiresAt?: number;
	/** Answers 403 BANNED. */
	banned?: boolean;
	/** Its own burst limit, instead of the sandbox-wide one. */
	perTenSeconds?: number;
}

export const DEFAULT_TOKEN = 'pat-eu1-sandbox-all-scopes';

/** Who may call, and with which scopes. */
export class TokenRegistry {
	private readonly tokens = new Map<string, Token>();

	constructor() {
		this.add({ token: DEFAULT_TOKEN, scopes: [ALL_SCOPES], kind: 'static' });
	}

	add(token: Token): void {
		this.tokens.set(token.token, token);
	}

	remove(token: string): void {
		this.tokens.delete(token);
	}

	get(token: string): Token | undefined {
		return this.tokens.get(token);
	}

	/** Makes a token expired from now on. */
	expire(token: string): void {
		const known = this.tokens.get(token);
		if (known !== undefined) this.add({ ...known, expiresAt: Date.now() });
	}
}
