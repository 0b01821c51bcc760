import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../json';
import type { Answer, VendorRequest } from '../vendor';
import { PORTAL_ID } from './objectTypes';
import { Refusal } from './refusal';
import { ALL_SCOPES } from './scopes';
import type { World } from './world';

export interface OAuthApp {
	clientId: string;
	clientSecret: string;
	scopes: readonly string[];
}

export const DEFAULT_OAUTH = {
	clientId: 'sandbox-client',
	clientSecret: 'sandbox-client-secret',
	/** Never used up. */
	refreshToken: 'sandbox-refresh-token',
	/** Works once. */
	code: 'sandbox-authorization-code',
} as const;

const LIFETIME_SECONDS = 1800;

/** Apps, codes and refresh tokens. Answers go to POST /oauth/2026-03/token. */
export class OAuthServer {
	private readonly apps = new Map<string, OAuthApp>();
	private readonly refreshTokens = new Map<string, string>();
	private readonly codes = new Map<string, string>();

	constructor(private readonly world: Pick<World, 'tokens' | 'switches'>) {
		const { clientId, clientSecret, refreshToken, code } = DEFAULT_OAUTH;
		this.addApp({ clientId, clientSecret, scopes: [ALL_SCOPES] });
		this.addRefreshToken(refreshToken, clientId);
		this.addCode(code, clientId);
	}

	addApp(app: OAuthApp): void {
		this.apps.set(app.clientId, app);
	}

	addRefreshToken(refreshToken: string, clientId: string): void {
		this.refreshTokens.set(refreshToken, clientId);
	}

	revokeRefreshToken(refreshToken: string): void {
		this.refreshTokens.delete(refreshToken);
	}

	addCode(code: string, clientId: string): void {
		this.codes.set(code, clientId);
	}

	/** A form, answered in the old (status, message) and the new (error) words at once. */
	token(request: VendorRequest): Answer {
		const mediaType = request.headers['content-type'] ?? '';
		if (!mediaType.startsWith('application/x-www-form-urlencoded')) {
			throw new Refusal(415, undefined);
		}
		const form = new URLSearchParams(request.text());
		if (this.world.switches.accountDeleted) {
			throw refuse('BAD_HUB', 'access_denied', 'The account is gone');
		}
		const app = this.apps.get(form.get('client_id') ?? '');
		if (app === undefined || app.clientSecret !== form.get('client_secret')) {
			throw refuse('BAD_CLIENT_ID', 'invalid_client', 'Unknown client or wrong secret');
		}
		switch (form.get('grant_type')) {
			case 'refresh_token': {
				const refreshToken = form.get('refresh_token') ?? '';
				if (this.refreshTokens.get(refreshToken) !== app.clientId) {
					throw refuse('BAD_REFRESH_TOKEN', 'invalid_grant', 'Unknown or revoked refresh token');
				}
				return this.issue(app, refreshToken);
			}
			case 'authorization_code': {
				const code = form.get('code') ?? '';
				if (this.codes.get(code) !== app.clientId) {
					throw refuse('BAD_AUTH_CODE', 'invalid_grant', 'Unknown or used authorization code');
				}
				if (!form.get('redirect_uri')) {
					throw refuse('BAD_REDIRECT_URI', 'invalid_request', 'redirect_uri is missing');
				}
				this.codes.delete(code);
				const refreshToken = `sandbox-refresh-${randomUUID()}`;
				this.addRefreshToken(refreshToken, app.clientId);
				return this.issue(app, refreshToken);
			}
			default:
				throw refuse('BAD_GRANT_TYPE', 'unsupported_grant_type', 'Unknown grant_type');
		}
	}

	private issue(app: OAuthApp, refreshToken: string): Answer {
		const token = `sandbox-access-${randomUUID()}`;
		this.world.tokens.add({
			token,
			scopes: app.scopes,
			kind: 'oauth',
			expiresAt: Date.now() + LIFETIME_SECONDS * 1000,
		});
		const body: JsonObject = {
			token_type: 'bearer',
			access_token: token,
			refresh_token: refreshToken,
			expires_in: LIFETIME_SECONDS,
			hub_id: PORTAL_ID,
			scopes: app.scopes.filter((scope) => scope !== ALL_SCOPES),
		};
		return { status: 200, headers: {}, body };
	}
}

function refuse(status: string, error: string, message: string): Refusal {
	return new Refusal(error === 'invalid_client' ? 401 : 400, {
		status,
		message,
		error,
		error_description: message,
	});
}
