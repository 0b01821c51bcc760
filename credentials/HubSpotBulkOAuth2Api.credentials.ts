import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * OAuth app of the user's own. The token endpoint is the dated one: `/oauth/v1/token`, which n8n's
 * built-in HubSpot credential uses, stops on 2027-02-16.
 * Source: https://developers.hubspot.com/changelog/v1-oauth-api-deprecation
 */
export class HubSpotBulkOAuth2Api implements ICredentialType {
	name = 'hubSpotBulkOAuth2Api';

	displayName = 'HubSpot Bulk OAuth2 API';

	extends = ['oAuth2Api'];

	icon = { light: 'file:../icons/hubspot.svg', dark: 'file:../icons/hubspot.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-bulk-records/n8n-nodes-bulk-records#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.hubapi.com',
			description: "HubSpot's address for all accounts. Change it only to go through a proxy.",
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: 'https://app.hubspot.com/oauth/authorize',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{$self["baseUrl"].replace(/\\/+$/, "")}}/oauth/2026-03/token',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default:
				'oauth crm.objects.contacts.read crm.objects.contacts.write crm.objects.companies.read crm.objects.companies.write crm.objects.deals.read crm.objects.deals.write crm.schemas.contacts.read crm.schemas.companies.read crm.schemas.deals.read',
			description:
				'Scopes separated by spaces. HubSpot wants exactly those set in your app, so add or remove scopes here to match it: tickets, crm.objects.custom.write, crm.schemas.custom.read and so on.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];

	/** n8n shows nothing of the body of a failed test, only "Unauthorized": hence a sentence. */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/account-info/v3/details' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'HubSpot refuses the access token (401): the connection was revoked or is of another app. Connect again.',
				},
			},
		],
	};
}
