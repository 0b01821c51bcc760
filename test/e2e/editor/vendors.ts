import {
	DEFAULT_BREVO_KEY,
	DEFAULT_MICRO_KEY,
	DEFAULT_MICRO_TEAM,
	DEFAULT_TOKEN,
	SAS_CLIENT,
	SAS_USER,
	TALKDESK_ACCOUNT,
	TALKDESK_CLIENT,
	type Sandbox,
} from '../../sandbox';

export interface EditorVendor {
	/** As the node panel shows it. */
	readonly node: string;
	/** The action to choose, likewise. */
	readonly action: string;
	/** What a user types in, by field; a choice is written as `{ choose }`. */
	readonly credential: (sandbox: Sandbox) => Readonly<Record<string, string | { choose: string }>>;
	/** The field whose wrong value is to be refused, and what n8n then shows. */
	readonly wrong: { readonly field: string; readonly sentence: RegExp };
	/** "From list" fields, with an entry each that only the vendor can know. */
	readonly lists: Readonly<Record<string, RegExp>>;
	/** Dropdowns likewise. */
	readonly dropdowns?: Readonly<Record<string, RegExp>>;
}

export const EDITOR_VENDORS: readonly EditorVendor[] = [
	{
		node: 'Brevo Bulk',
		action: 'Upsert object records in bulk',
		credential: ({ brevo }) => ({ apiKey: DEFAULT_BREVO_KEY, baseUrl: `${brevo.url}/v3` }),
		wrong: { field: 'apiKey', sentence: /Brevo refuses the key \(401\): it is wrong/ },
		lists: {},
	},
	{
		node: 'Micro Bulk',
		action: 'Update records in bulk',
		credential: ({ micro }) => ({
			apiKey: DEFAULT_MICRO_KEY,
			teamId: DEFAULT_MICRO_TEAM,
			baseUrl: micro.url,
		}),
		wrong: { field: 'apiKey', sentence: /Micro refuses key and team ID together \(403\)/ },
		lists: { objectType: /Organization/ },
	},
	{
		node: 'SAS List Data Bulk',
		action: 'Upsert list content in bulk',
		credential: ({ sas }) => ({ baseUrl: sas.url, ...SAS_CLIENT, ...SAS_USER }),
		wrong: { field: 'password', sentence: /SAS Viya gives no access token: Bad credentials/ },
		lists: { list: /./ },
	},
	{
		node: 'Talkdesk Bulk',
		action: 'Update records in bulk',
		credential: ({ talkdesk }) => ({
			region: { choose: 'Custom' },
			apiUrl: talkdesk.url,
			tokenUrl: talkdesk.tokenUrl(TALKDESK_ACCOUNT),
			...TALKDESK_CLIENT,
		}),
		wrong: { field: 'clientSecret', sentence: /Client authentication failed/ },
		lists: { recordList: /Renewals in spring/ },
	},
	{
		node: 'HubSpot Bulk',
		action: 'Update records in bulk',
		credential: ({ hubspot }) => ({ accessToken: DEFAULT_TOKEN, baseUrl: hubspot.url }),
		wrong: { field: 'accessToken', sentence: /HubSpot refuses the token \(401\): it is wrong/ },
		lists: { objectType: /Appointment/ },
		dropdowns: { idProperty: /Customer number/ },
	},
];
