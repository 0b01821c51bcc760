/** Stands in for n8n's own base type: the same field names, defaults and conditions. */
import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const authorized = { show: { grantType: ['authorizationCode', 'pkce'] } };

export class OAuth2Api implements ICredentialType {
	name = 'oAuth2Api';

	displayName = 'OAuth2 API';

	genericAuth = true;

	properties: INodeProperties[] = [
		{
			displayName: 'Use Dynamic Client Registration',
			name: 'useDynamicClientRegistration',
			type: 'hidden',
			default: false,
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{ name: 'Authorization Code', value: 'authorizationCode' },
				{ name: 'Client Credentials', value: 'clientCredentials' },
				{ name: 'PKCE', value: 'pkce' },
			],
			default: 'authorizationCode',
		},
		{ ...text('Authorization URL', 'authUrl'), displayOptions: authorized, required: true },
		{ ...text('Access Token URL', 'accessTokenUrl'), required: true },
		{ ...text('Client ID', 'clientId'), required: true },
		{
			...text('Client Secret', 'clientSecret'),
			typeOptions: { password: true },
			required: true,
		},
		text('Scope', 'scope'),
		{
			...text('Auth URI Query Parameters', 'authQueryParameters'),
			displayOptions: authorized,
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Body', value: 'body' },
				{ name: 'Header', value: 'header' },
			],
			default: 'header',
		},
		{
			displayName: 'Send Additional Body Properties',
			name: 'sendAdditionalBodyProperties',
			type: 'boolean',
			displayOptions: { show: { grantType: ['clientCredentials'], authentication: ['body'] } },
			default: false,
		},
		{
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'json',
			displayOptions: {
				show: {
					grantType: ['clientCredentials'],
					authentication: ['body'],
					sendAdditionalBodyProperties: [true],
				},
			},
			default: '',
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSSLIssues',
			type: 'boolean',
			default: false,
			doNotInherit: true,
		},
		{
			displayName: 'Token Expired Status Code',
			name: 'tokenExpiredStatusCode',
			type: 'number',
			default: 401,
			doNotInherit: true,
		},
	];
}

function text(displayName: string, name: string): INodeProperties {
	return { displayName, name, type: 'string', default: '' };
}
