import { DEFAULT_TOKEN } from '../../sandbox';
import type { Row } from '../row';
import { wide } from './wide';

/** HubSpot's longest text, in bytes of the widest characters. */
const LONGEST_TEXT = 3 * 65_536;
const TEXTS = ['notes', 'company', 'city', 'zip', 'country', 'firstname', 'lastname'];

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
	maxBytes: 10 * 1024 * 1024,
	isBatch: (call) => call.path.endsWith('/batch/update'),
	good: (sandbox, count) =>
		sandbox.hubspot.seedContacts(count).map((id, index) => ({
			'Record ID': id,
			jobtitle: `Buyer ${index}`,
			hs_lead_status: 'NEW',
		})),
	refused: (item) => ({ ...item, hs_lead_status: 'Lukewarm' }),
	malformed: (item) => ({ ...item, 'Record ID': 'anna@example.com' }),
	unknown: (item) => ({ ...item, 'Record ID': `77${String(item['Record ID']).padStart(12, '0')}` }),
	large(item, bytes) {
		const columns = Array.from({ length: Math.ceil(bytes / LONGEST_TEXT) }, (_, index) => [
			TEXTS[index] ?? `more_${index}`,
			wide(Math.min(LONGEST_TEXT, bytes - index * LONGEST_TEXT)),
		]);
		return { ...item, ...Object.fromEntries(columns) };
	},
	again: (item) => ({ ...item, jobtitle: `${String(item.jobtitle)}, again` }),
	holds: (sandbox, item) =>
		sandbox.hubspot.store.get('contacts', String(item['Record ID']))?.jobtitle === item.jobtitle,
	repeatable: true,
};
