import { createHmac } from 'node:crypto';

/** Scopes that open lists. Users get them by their groups, clients by their authorities. */
export const LIST_GROUPS: readonly string[] = ['AdvancedListUsers', 'SASAdministrators'];

export interface SasToken {
	token: string;
	/** User name, or the client id when no user is behind it. */
	who: string;
	/** Group names and OAuth scopes alike. */
	scope: readonly string[];
	/** By Date.now(); from then on 401. */
	expiresAt?: number;
	/** May call privilegedContents. */
	privilegedContents?: boolean;
	/** May call privilegedEdit. */
	privilegedEdit?: boolean;
}

/** Never expires and may use lists; no SASLogon call needed. */
export const DEFAULT_SAS_TOKEN = 'sas-sandbox-bearer-token';

/** Who may call. */
export class SasTokens {
	private readonly tokens = new Map<string, SasToken>();

	constructor() {
		this.add({ token: DEFAULT_SAS_TOKEN, who: 'sandbox', scope: ['openid', ...LIST_GROUPS] });
	}

	add(token: SasToken): void {
		this.tokens.set(token.token, token);
	}

	remove(token: string): void {
		this.tokens.delete(token);
	}

	get(token: string): SasToken | undefined {
		return this.tokens.get(token);
	}

	/** Makes a token, or every token that can expire, expired from now on. */
	expire(token?: string): void {
		for (const known of [...this.tokens.values()]) {
			const meant = token === undefined ? known.expiresAt !== undefined : known.token === token;
			if (meant) this.add({ ...known, expiresAt: Date.now() });
		}
	}
}

/** Looks like the JWT that SASLogon issues; nobody checks the signature. */
export function asJwt(payload: object): string {
	const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	const text = `${part({ alg: 'HS256', typ: 'JWT', kid: 'sandbox' })}.${part(payload)}`;
	return `${text}.${createHmac('sha256', 'sandbox').update(text).digest('base64url')}`;
}
