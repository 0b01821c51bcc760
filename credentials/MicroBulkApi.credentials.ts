import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { headerAuthentication } from '../nodes/bulk/headerAuthentication';

/** Source: https://docs.micro.so/guides/authentication */
export class MicroBulkApi implements ICredentialType {
	name = 'microBulkApi';

	displayName = 'Micro Bulk API';

	icon = { light: 'file:../icons/micro.svg', dark: 'file:../icons/micro.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bulk-records/n8n-nodes-bulk-records/blob/main/docs/micro.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				"Made in Micro under Settings → API, shown once. The connection test, run each time you save, spends one request of the key's 1,000 per month.",
		},
		{
			displayName: 'Team ID',
			name: 'teamId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 11111111-1111-4111-8111-111111111111',
			description: 'In Micro under Settings → API, beside the key',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://developers.micro.so',
			description: "Micro's address for all teams. Change it only to go through a proxy.",
		},
	];

	authenticate = headerAuthentication('x-api-key', 'apiKey');

	/** n8n shows nothing of the body of a failed test, only "Unauthorized": hence a sentence. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '=/v2/prism/{{encodeURIComponent($credentials.teamId.trim())}}/contact/count',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Micro refuses the key (401): it is empty or wrong. Copy key and team ID again in Micro under Settings → API.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Micro refuses key and team ID together (403): one of them is wrong, or the key belongs to another team. Copy both again in Micro under Settings → API.',
				},
			},
		],
	};
}
