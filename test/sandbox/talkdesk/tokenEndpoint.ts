import type { Answer, VendorRequest } from '../vendor';
import { AssertionJudge } from './clientAssertion';
import type { ClientRegistry, Grant, OAuthClient } from './clients';
import type { TalkdeskLimits } from './limits';
import { oauthError, scopeNotGranted } from './oauthError';
import { Refusal } from './refusal';
import type { TalkdeskSwitches } from './switches';
import type { TokenRegistry } from './tokens';

const GRANTS: readonly string[] = [
	'client_credentials',
	'authorization_code',
	'refresh_token',
] satisfies Grant[];

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

interface Parts {
	switches: TalkdeskSwitches;
	limits: TalkdeskLimits;
	clients: ClientRegistry;
	tokens: TokenRegistry;
	url: () => string;
}

/** The account of `/{account}/oauth/token`; in real life it is part of the host name. */
export function accountOf(path: string): string | undefined {
	return /^\/([^/]+)\/oauth\/token$/.exec(path)?.[1];
}

/** POST /{account}/oauth/token: https://docs.talkdesk.com/reference/cc-basic */
export class TokenEndpoint {
	private readonly assertions: AssertionJudge;

	constructor(private readonly parts: Parts) {
		this.assertions = new AssertionJudge(parts.clients);
	}

	answer(request: VendorRequest, account: string): Answer {
		const { clients, switches } = this.parts;
		if (!clients.accounts.has(account)) {
			if (switches.unknownAccount === 'notFound') throw new Refusal(404, undefined);
			throw this.error('invalid_client', 'Bad client credentials');
		}
		const form = formOf(request);
		const grant = form.get('grant_type') ?? '';
		if (grant === '') throw this.error('invalid_request', 'Missing grant type');
		const client = this.authenticate(request, form, account);
		if (!GRANTS.includes(grant)) {
			throw this.error('unsupported_grant_type', `Unsupported grant type: ${grant}`);
		}
		if (!client.grants.includes(grant as Grant)) {
			throw this.error('unauthorized_client', 'This client may not use that grant type');
		}
		if (grant === 'refresh_token') return this.refresh(client, form);
		if (grant === 'authorization_code') return this.exchange(client, form);
		return this.issue(client, this.asked(client, form, undefined));
	}

	private authenticate(
		request: VendorRequest,
		form: URLSearchParams,
		account: string,
	): OAuthClient {
		const { clients, switches } = this.parts;
		const wrong = this.error('invalid_client', 'Bad client credentials');
		const basic = /^Basic +(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
		const assertion = form.get('client_assertion');
		if (assertion !== null) {
			if (form.get('client_assertion_type') !== ASSERTION_TYPE) throw wrong;
			if (request.headers.authorization !== undefined) {
				throw this.error('invalid_request', 'One way of client authentication, please');
			}
			const audience = `${this.parts.url()}/${account}/oauth/token`;
			const client = this.assertions.clientOf(assertion, audience);
			if (client === undefined) throw wrong;
			return client;
		}
		let id: string | null = null;
		let secret: string | null = null;
		if (basic !== undefined) {
			const text = Buffer.from(basic, 'base64').toString('utf8');
			const colon = text.indexOf(':');
			if (colon >= 0) [id, secret] = [text.slice(0, colon), text.slice(colon + 1)];
		} else if (switches.formCredentials === 'accept') {
			[id, secret] = [form.get('client_id'), form.get('client_secret')];
		}
		const client = clients.get(id ?? '');
		if (client?.clientSecret === undefined || client.clientSecret !== secret) throw wrong;
		return client;
	}

	/** The scopes asked for, each of them granted; without any, all granted ones. */
	private asked(
		client: OAuthClient,
		form: URLSearchParams,
		atMost: readonly string[] | undefined,
	): string[] {
		const now = Date.now();
		const active = [...client.scopes].filter(([, from]) => from <= now).map(([scope]) => scope);
		const granted = active.filter((scope) => atMost?.includes(scope) ?? true);
		const wanted = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
		if (wanted.length === 0) return granted;
		const missing = wanted.find((scope) => !granted.includes(scope));
		if (missing !== undefined) throw scopeNotGranted(missing);
		return wanted;
	}

	private refresh(client: OAuthClient, form: URLSearchParams): Answer {
		const given = form.get('refresh_token') ?? '';
		if (given === '') throw this.error('unauthorized', 'No refresh token specified');
		const known = this.parts.clients.refreshTokens.get(given);
		if (known?.clientId !== client.clientId) {
			throw this.error('invalid_grant', 'Unknown refresh token');
		}
		return this.issue(client, this.asked(client, form, known.scopes), given);
	}

	private exchange(client: OAuthClient, form: URLSearchParams): Answer {
		const { clients } = this.parts;
		const given = form.get('code') ?? '';
		const code = clients.codes.get(given);
		if (code?.clientId !== client.clientId || code.redirectUri !== form.get('redirect_uri')) {
			throw this.error('invalid_grant', 'Unknown code, or another redirect_uri');
		}
		clients.codes.delete(given);
		const scopes = this.asked(client, form, undefined);
		const refreshToken = `sandbox-refresh-${this.parts.tokens.issued}`;
		clients.refreshTokens.set(refreshToken, { clientId: client.clientId, scopes });
		return this.issue(client, scopes, refreshToken);
	}

	private issue(client: OAuthClient, scopes: readonly string[], refreshToken?: string): Answer {
		const { tokens, limits } = this.parts;
		return {
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: {
				access_token: tokens.issue({ clientId: client.clientId, scopes }),
				token_type: 'Bearer',
				expires_in: limits.tokenSeconds,
				scope: scopes.join(' '),
				...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
			},
		};
	}

	private error(error: string, description: string): Refusal {
		return oauthError(error, description, this.parts.switches);
	}
}

/** Only a form is read; anything else has no grant_type in it. */
function formOf(request: VendorRequest): URLSearchParams {
	const declared = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
	return new URLSearchParams(
		declared === 'application/x-www-form-urlencoded' ? request.text() : '',
	);
}
