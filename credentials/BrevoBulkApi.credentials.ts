import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { headerAuthentication } from '../nodes/bulk/headerAuthentication';

export class BrevoBulkApi implements ICredentialType {
	name = 'brevoBulkApi';

	displayName = 'Brevo Bulk API';

	icon = { light: 'file:../icons/brevo.svg', dark: 'file:../icons/brevo.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bulk-records/n8n-nodes-bulk-records/blob/main/docs/brevo.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'An API key of version 3 (in Brevo under SMTP & API → API Keys). An SMTP key does not work.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.brevo.com/v3',
			description: "Brevo's address for all accounts. Change it only to go through a proxy.",
		},
	];

	authenticate = headerAuthentication('api-key', 'apiKey');

	/**
	 * Costs one request of the hourly allowance. n8n shows nothing of the body of a failed test, and a
	 * wrong key and a blocked IP address are both a 401: the sentence names both.
	 */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/account' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"Brevo refuses the key (401): it is wrong, or the account does not know this server's IP address (in Brevo under Security → Authorized IPs). A run of the node shows Brevo's own message.",
				},
			},
		],
	};
}
