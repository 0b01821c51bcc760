import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { headerAuthentication } from '../nodes/bulk/headerAuthentication';

export class HubSpotBulkApi implements ICredentialType {
	name = 'hubSpotBulkApi';

	displayName = 'HubSpot Bulk API';

	icon = { light: 'file:../icons/hubspot.svg', dark: 'file:../icons/hubspot.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-bulk-records/n8n-nodes-bulk-records#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A service key (in HubSpot under Development → Keys → Service Keys), or the token of a private app. It needs the write scope of each object type, such as crm.objects.contacts.write.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.hubapi.com',
			description: "HubSpot's address for all accounts. Change it only to go through a proxy.",
		},
	];

	authenticate = headerAuthentication('Authorization', 'accessToken', 'Bearer ');

	/** n8n shows nothing of the body of a failed test, only "Unauthorized": hence a sentence. */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/account-info/v3/details' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'HubSpot refuses the token (401): it is wrong, has expired or was revoked. Copy it again in HubSpot under Development → Keys → Service Keys.',
				},
			},
		],
	};
}
