import { TALKDESK_ACCOUNT, TALKDESK_CLIENT } from '../../sandbox';
import type { Row } from '../row';

export const TALKDESK_LIST = '11111111-2222-4333-8444-555555555555';

export const talkdeskUpdate: Row = {
	name: 'Talkdesk Bulk → Record → Update',
	node: {
		type: 'n8n-nodes-bulk-records.talkdeskBulk',
		typeVersion: 1,
		parameters: {
			resource: 'record',
			operation: 'update',
			recordList: { __rl: true, mode: 'id', value: TALKDESK_LIST },
			idField: 'Record ID',
			extraData: 'none',
		},
	},
	// With a token, so that the first call of a run is a batch as with any other vendor.
	credentials: ({ talkdesk }) => ({
		talkdeskBulkOAuth2Api: {
			region: 'custom',
			apiUrl: talkdesk.url,
			tokenUrl: talkdesk.tokenUrl(TALKDESK_ACCOUNT),
			...TALKDESK_CLIENT,
			oauthTokenData: { access_token: talkdesk.tokens.issue(), token_type: 'Bearer' },
		},
	}),
	secrets: [TALKDESK_CLIENT.clientSecret],
	faults: (sandbox) => sandbox.talkdesk.faults,
	withoutLimits(sandbox) {
		sandbox.talkdesk.limits.tokenSeconds = 1e6;
	},
	maxRecords: 100,
	maxBytes: 10 * 1024 * 1024,
	isBatch: (call) => call.path.endsWith('/records/bulks'),
	good({ talkdesk }, count) {
		if (talkdesk.store.list(TALKDESK_LIST) === undefined)
			talkdesk.seedList('Renewals', 'NOTHING', { id: TALKDESK_LIST });
		return talkdesk.seedRecords(TALKDESK_LIST, count).map((id, index) => ({
			'Record ID': id,
			last_name: `Buyer ${index}`,
			priority: 1 + (index % 10),
		}));
	},
	// A timezone that does not exist is Talkdesk's to refuse.
	refused: (item) => ({ ...item, timezone: 'Mars/Base' }),
	malformed: (item) => ({ ...item, priority: 11 }),
	unknown: (item) => ({ ...item, 'Record ID': `feedface${String(item['Record ID']).slice(8)}` }),
	again: (item) => ({ ...item, last_name: `${String(item.last_name)}, again` }),
	holds: ({ talkdesk }, item) =>
		talkdesk.store.get(TALKDESK_LIST, String(item['Record ID']))?.last_name === item.last_name,
	repeatable: true,
};
