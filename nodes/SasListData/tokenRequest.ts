import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { readBaseUrl } from '../bulk/baseUrl';
import { textOf } from '../bulk/json';

interface Grant {
	readonly type: string;
	/** Form fields besides the type, the credential's fields they come from, and their labels. */
	readonly fields: ReadonlyArray<readonly [name: string, from: string, label: string]>;
}

/** Source: https://developer.sas.com/rest-apis/SASLogon */
const GRANTS: ReadonlyMap<unknown, Grant> = new Map([
	['clientCredentials', { type: 'client_credentials', fields: [] }],
	[
		'password',
		{
			type: 'password',
			fields: [
				['username', 'username', 'Username'],
				['password', 'password', 'Password'],
			],
		},
	],
	[
		'refreshToken',
		{ type: 'refresh_token', fields: [['refresh_token', 'refreshToken', 'Refresh Token']] },
	],
] as const);

/** n8n does not hand its cancel signal to a credential: a token must not take long. */
const TIMEOUT_MS = 20_000;

/** The request for an access token, at the credential's own host and nowhere else. */
export function tokenRequest(
	credential: ICredentialDataDecryptedObject,
): { readonly request: IHttpRequestOptions } | { readonly problem: string } {
	const base = readBaseUrl(credential.baseUrl);
	if ('problem' in base) return base;
	const grant = GRANTS.get(credential.grantType);
	if (!grant) return { problem: 'the credential has no Grant Type' };
	const form = new URLSearchParams({ grant_type: grant.type });
	for (const [name, from, label] of grant.fields) {
		const value = textOf(credential[from]);
		if (value === undefined) return { problem: `${label} is empty in the credential` };
		form.set(name, value);
	}
	return {
		request: {
			method: 'POST',
			url: `${base.url}/SASLogon/oauth/token`,
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/x-www-form-urlencoded',
			},
			// The secret is empty for SAS's built-in clients.
			auth: {
				username: textOf(credential.clientId) ?? '',
				password: textOf(credential.clientSecret) ?? '',
			},
			body: form.toString(),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: credential.allowUnauthorizedCerts === true,
			timeout: TIMEOUT_MS,
		},
	};
}
