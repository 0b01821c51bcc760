import { DEFAULT_TOKEN } from '../../sandbox';
import type { Row } from '../row';

export const hubspotUpdate: Row = {
	name: 'HubSpot Bulk → Record → Update',
	node: {
		type: 'n8n-nodes-bulk-records.hubSpotBulk',
		typeVersion: 1,
		parameters: {
			authentication: 'serviceKey',
			resource: 'record',
			operation: 'update',
			objectType: { __rl: true, mode: 'list', value: 'contacts' },
			idField: 'Record ID',
		},
	},
	credentials: (sandbox) => ({
		hubSpotBulkApi: { accessToken: DEFAULT_TOKEN, baseUrl: sandbox.hubspot.url },
	}),
	secrets: [DEFAULT_TOKEN],
	faults: (sandbox) => sandbox.hubspot.faults,
	withoutLimits(sandbox) {
		sandbox.hubspot.limits.perTenSeconds = 1e6;
		sandbox.hubspot.limits.daily = 1e9;
	},
	maxRecords: 100,
	isBatch: (call) => call.path.endsWith('/batch/update'),
	good: (sandbox, count) =>
		sandbox.hubspot.seedContacts(count).map((id, index) => ({
			'Record ID': id,
			jobtitle: `Buyer ${index}`,
			hs_lead_status: 'NEW',
		})),
	refused: (item) => ({ ...item, hs_lead_status: 'Lukewarm' }),
	malformed: (item) => ({ ...item, 'Record ID': 'anna@example.com' }),
	again: (item) => ({ ...item, jobtitle: `${String(item.jobtitle)}, again` }),
	holds: (sandbox, item) =>
		sandbox.hubspot.store.get('contacts', String(item['Record ID']))?.jobtitle === item.jobtitle,
	repeatable: true,
};
