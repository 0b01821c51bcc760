import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { readToken } from '../nodes/SasListData/readToken';
import { tokenError, unreachable } from '../nodes/SasListData/tokenError';
import { tokenRequest } from '../nodes/SasListData/tokenRequest';

/** Not in the list itself, where the linter takes every name with "auth" for a secret to hide. */
const acceptSelfSigned: INodeProperties = {
	displayName: 'Accept Self-Signed Certificates',
	name: 'allowUnauthorizedCerts',
	type: 'boolean',
	default: false,
	description:
		'Whether to connect although the certificate of the server cannot be verified. Somebody in between could then read everything, the password included.',
};

/**
 * Fetches its own token: n8n's OAuth2 credential has no password grant, which SAS Viya's built-in
 * clients need.
 * Source: https://developer.sas.com/rest-apis/SASLogon
 */
export class SasViyaBulkOAuth2Api implements ICredentialType {
	name = 'sasViyaBulkOAuth2Api';

	displayName = 'SAS Viya Bulk OAuth2 API';

	icon = { light: 'file:../icons/sas.svg', dark: 'file:../icons/sas.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bulk-records/n8n-nodes-bulk-records/blob/main/docs/sas.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Host',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'https://viya.example.com',
			description: 'Address of your SAS Viya server, without a path',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description:
						'No user. The client must be registered with authorities that may use lists.',
				},
				{ name: 'Password', value: 'password', description: 'Not for users with single sign-on' },
				{
					name: 'Refresh Token',
					value: 'refreshToken',
					description: 'For users with single sign-on',
				},
			],
			default: 'password',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: 'sas.ec',
			description:
				'A client registered with SAS Logon, or the built-in sas.ec with an empty secret',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Leave empty for a client without a secret',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			displayOptions: { show: { grantType: ['password'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { show: { grantType: ['password'] } },
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { show: { grantType: ['refreshToken'] } },
			description: 'Lasts 90 days unless your administrator set another time',
		},
		acceptSelfSigned,
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const made = tokenRequest(credentials);
		if ('problem' in made) throw tokenError({ ...made, passing: false });
		const answer = await this.helpers
			.httpRequest(made.request)
			.then((response) => response as { statusCode: number; body: unknown }, unreachable);
		if (answer instanceof Error) throw answer;
		const token = readToken(answer, credentials);
		if ('problem' in token) throw tokenError(token);
		return { ...token };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};

	/** n8n shows nothing of the body of a failed test, only "Forbidden": hence a sentence. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/listData/lists',
			qs: { limit: 1 },
			headers: { Accept: 'application/json' },
			skipSslCertificateValidation: '={{$credentials.allowUnauthorizedCerts}}',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'SAS Viya gives a token, but not access to lists (403): the user or client needs the rights of a list user. Ask the administrator.',
				},
			},
		],
	};
}
