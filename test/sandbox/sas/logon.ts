import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../json';
import type { Answer, VendorRequest } from '../vendor';
import {
	defaultClients,
	defaultUsers,
	SAS_CLIENT,
	SAS_CODE,
	SAS_REFRESH_TOKEN,
	SAS_USER,
	type Grant,
	type SasClient,
	type SasUser,
} from './accounts';
import type { SasLimits } from './limits';
import { SasRefusal } from './refusal';
import type { SasSwitches } from './switches';
import { asJwt, type SasTokens } from './tokens';

/** A code or refresh token. */
interface Grantable {
	clientId: string;
	username: string;
	/** By Date.now(). */
	expiresAt: number;
	redirectUri: string | undefined;
}

const GRANTS: ReadonlySet<string> = new Set<Grant>([
	'password',
	'client_credentials',
	'authorization_code',
	'refresh_token',
]);

/** POST /SASLogon/oauth/token. https://developer.sas.com/rest-apis/SASLogon */
export class SasLogon {
	readonly clients = new Map<string, SasClient>();
	readonly users = new Map<string, SasUser>();
	readonly codes = new Map<string, Grantable>();
	private readonly refreshTokens = new Map<string, Grantable>();

	constructor(
		private readonly tokens: SasTokens,
		private readonly switches: SasSwitches,
		private readonly limits: SasLimits,
	) {
		for (const client of defaultClients()) this.clients.set(client.clientId, client);
		for (const user of defaultUsers()) this.users.set(user.username, user);
		const { clientId } = SAS_CLIENT;
		this.addRefreshToken(SAS_REFRESH_TOKEN, clientId, SAS_USER.username);
		const { username } = SAS_USER;
		this.codes.set(SAS_CODE, { clientId, username, expiresAt: Infinity, redirectUri: undefined });
	}

	addClient(client: SasClient): void {
		this.clients.set(client.clientId, client);
	}

	addUser(user: SasUser): void {
		this.users.set(user.username, user);
	}

	addCode(code: string, clientId: string, username: string, redirectUri?: string): void {
		const expiresAt = Date.now() + this.limits.codeSeconds * 1000;
		this.codes.set(code, { clientId, username, expiresAt, redirectUri });
	}

	addRefreshToken(refreshToken: string, clientId: string, username: string): void {
		const seconds =
			this.clients.get(clientId)?.refreshTokenSeconds ?? this.limits.refreshTokenSeconds;
		const expiresAt = Date.now() + seconds * 1000;
		this.refreshTokens.set(refreshToken, { clientId, username, expiresAt, redirectUri: undefined });
	}

	revokeRefreshToken(refreshToken: string): void {
		this.refreshTokens.delete(refreshToken);
	}

	token(request: VendorRequest): Answer {
		const mediaType = request.headers['content-type'] ?? '';
		if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(mediaType)) {
			throw SasRefusal.logon(
				this.switches.tokenMediaType,
				'invalid_request',
				'Token requests are forms',
			);
		}
		const form = new URLSearchParams(request.text());
		const client = this.client(request, form);
		const grant = form.get('grant_type') ?? '';
		if (!GRANTS.has(grant)) {
			throw SasRefusal.logon(400, 'unsupported_grant_type', `No such grant type: ${grant}`);
		}
		if (!client.grants.includes(grant as Grant)) {
			throw SasRefusal.logon(401, 'invalid_client', `Unauthorized grant type: ${grant}`);
		}
		switch (grant as Grant) {
			case 'client_credentials':
				return this.issue(client, undefined, undefined);
			case 'password':
				return this.issue(client, this.passwordUser(form), 'new');
			case 'authorization_code':
				return this.issue(client, this.codeUser(client, form), 'new');
			case 'refresh_token': {
				const { refreshToken, user } = this.refreshUser(client, form);
				return this.issue(client, user, refreshToken);
			}
		}
	}

	/** The client by its Basic header, the secret possibly empty. */
	private client(request: VendorRequest, form: URLSearchParams): SasClient {
		const basic = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
		const text = basic === undefined ? '' : Buffer.from(basic, 'base64').toString('utf8');
		const colon = text.indexOf(':');
		const inForm = basic === undefined && this.switches.clientInForm === 'accept';
		const id = inForm ? form.get('client_id') : colon < 0 ? null : text.slice(0, colon);
		const secret = inForm ? (form.get('client_secret') ?? '') : text.slice(colon + 1);
		const client = id === null ? undefined : this.clients.get(id);
		if (client === undefined || client.clientSecret !== secret) throw badCredentials();
		return client;
	}

	private passwordUser(form: URLSearchParams): SasUser {
		const user = this.users.get(form.get('username') ?? '');
		if (user === undefined || user.password !== form.get('password')) throw badCredentials();
		return user;
	}

	private codeUser(client: SasClient, form: URLSearchParams): SasUser {
		const code = form.get('code') ?? '';
		const known = this.codes.get(code);
		const user = known === undefined ? undefined : this.users.get(known.username);
		if (
			known === undefined ||
			user === undefined ||
			known.clientId !== client.clientId ||
			Date.now() >= known.expiresAt
		) {
			throw SasRefusal.logon(400, 'invalid_grant', 'The authorization code is invalid or used');
		}
		const wanted = known.redirectUri ?? client.redirectUri;
		if (wanted !== undefined && form.get('redirect_uri') !== wanted) {
			throw SasRefusal.logon(400, 'invalid_grant', 'redirect_uri is not the registered one');
		}
		this.codes.delete(code);
		return user;
	}

	private refreshUser(
		client: SasClient,
		form: URLSearchParams,
	): { user: SasUser; refreshToken: string } {
		const refreshToken = form.get('refresh_token') ?? '';
		const known = this.refreshTokens.get(refreshToken);
		const user = known === undefined ? undefined : this.users.get(known.username);
		const live = known?.clientId === client.clientId && Date.now() < known.expiresAt;
		if (user === undefined || !live) {
			throw SasRefusal.logon(401, 'invalid_token', 'The refresh token is unknown or too old');
		}
		return { user, refreshToken };
	}

	/** `refresh`: 'new' after a user has logged on, or the refresh token just used. */
	private issue(client: SasClient, user: SasUser | undefined, refresh: string | undefined): Answer {
		const seconds = client.accessTokenSeconds ?? this.limits.accessTokenSeconds;
		const expiresAt = Date.now() + seconds * 1000;
		const scope =
			user === undefined
				? client.authorities.length > 0
					? client.authorities
					: ['uaa.none']
				: ['openid', 'uaa.user', ...user.groups];
		const jti = randomUUID();
		const who = user?.username ?? client.clientId;
		const token = asJwt({
			jti,
			sub: who,
			client_id: client.clientId,
			scope,
			exp: expiresAt / 1000,
		});
		const { privilegedContents = false, privilegedEdit = false } = user ?? {};
		this.tokens.add({ token, who, scope, expiresAt, privilegedContents, privilegedEdit });
		const refreshToken =
			user === undefined ? undefined : this.nextRefresh(client, user, refresh as string);
		const body: JsonObject = {
			access_token: token,
			token_type: 'bearer',
			...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
			// What is left by the time the client reads it.
			expires_in: Math.max(0, seconds - 1),
			scope: scope.join(' '),
			jti,
		};
		return {
			status: 200,
			headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
			body,
		};
	}

	private nextRefresh(client: SasClient, user: SasUser, used: string): string | undefined {
		if (!client.grants.includes('refresh_token')) return undefined;
		if (used !== 'new' && this.switches.refreshToken === 'same') return used;
		if (used !== 'new' && this.switches.refreshToken === 'omit') return undefined;
		if (used !== 'new') this.refreshTokens.delete(used);
		const refreshToken = `${randomUUID().replaceAll('-', '')}-r`;
		this.addRefreshToken(refreshToken, client.clientId, user.username);
		return refreshToken;
	}
}

function badCredentials(): SasRefusal {
	return SasRefusal.logon(401, 'unauthorized', 'Bad credentials');
}
