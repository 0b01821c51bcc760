import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Source: https://docs.talkdesk.com/docs/how-to-guarantee-your-app-works-in-all-regions */
const REGIONS = [
	{
		name: 'Canada',
		value: 'ca',
		api: 'https://api.talkdeskappca.com',
		tokenHost: 'talkdeskidca.com',
	},
	{ name: 'Europe', value: 'eu', api: 'https://api.talkdeskapp.eu', tokenHost: 'talkdeskid.eu' },
	{
		name: 'United States',
		value: 'us',
		api: 'https://api.talkdeskapp.com',
		tokenHost: 'talkdeskid.com',
	},
] as const;

type Region = (typeof REGIONS)[number];

/** An expression that depends on the field Region; `custom` and what `of` gives are its terms. */
function byRegion(of: (region: Region) => string, custom: string): string {
	const known = REGIONS.map(
		(region) => `$self["region"] === "${region.value}" ? ${of(region)} : `,
	).join('');
	return `={{ ${known}${custom} }}`;
}

/** Each account has a token host of its own. Whatever cannot be a part of a host name ends it. */
const ACCOUNT =
	'$self["accountName"].trim().replace(/^https?:[/][/]/i, "").replace(/[^A-Za-z0-9-].*$/, "")';

/**
 * An OAuth client of the user's own for server-to-server use: client credentials with Basic.
 *
 * Source: https://docs.talkdesk.com/docs/client-credentials
 */
export class TalkdeskBulkOAuth2Api implements ICredentialType {
	name = 'talkdeskBulkOAuth2Api';

	displayName = 'Talkdesk Bulk OAuth2 API';

	extends = ['oAuth2Api'];

	icon = { light: 'file:../icons/talkdesk.svg', dark: 'file:../icons/talkdesk.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-bulk-records/n8n-nodes-bulk-records/blob/main/docs/talkdesk.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				...REGIONS.map(({ name, value }) => ({ name, value })),
				{ name: 'Custom', value: 'custom' },
			],
			default: 'us',
			description:
				'Where the Talkdesk account lives. Custom takes the two addresses themselves: for other regions, or a proxy.',
		},
		{
			displayName: 'Account Name',
			name: 'accountName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. acme',
			displayOptions: { show: { region: REGIONS.map(({ value }) => value) } },
			description:
				'The first part of the address under which you open Talkdesk: acme in acme.mytalkdesk.com',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.talkdeskapp.eu',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Base address of the Talkdesk API',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://acme.talkdeskid.eu/oauth/token',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Full address of the token endpoint; the client secret is sent there',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'hidden',
			default: byRegion(({ api }) => `"${api}"`, '$self["apiUrl"]'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: byRegion(
				({ tokenHost }) => `"https://" + ${ACCOUNT} + ".${tokenHost}/oauth/token"`,
				'$self["tokenUrl"]',
			),
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: 'record-lists:manage',
			description:
				'Scopes separated by spaces. The OAuth client must have been granted each of them; a scope just added takes some minutes to work.',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
	];

	/** n8n shows nothing of the body of a failed test, only "Forbidden": hence a sentence. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/record-lists',
			qs: { per_page: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Talkdesk refuses to list record lists (403): the scope record-lists:manage is missing, here or in the OAuth client; one just added takes some minutes to work.',
				},
			},
		],
	};
}
