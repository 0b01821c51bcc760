import { DEFAULT_MICRO_KEY, DEFAULT_MICRO_TEAM } from '../../sandbox';
import type { Row } from '../row';
import { wide } from './wide';

export const microUpdate: Row = {
	name: 'Micro Bulk → Record → Update',
	node: {
		type: 'n8n-nodes-bulk-records.microBulk',
		typeVersion: 1,
		parameters: {
			resource: 'record',
			operation: 'update',
			objectType: { __rl: true, mode: 'list', value: 'contact' },
			idField: 'Record ID',
		},
	},
	credentials: (sandbox) => ({
		microBulkApi: {
			apiKey: DEFAULT_MICRO_KEY,
			teamId: DEFAULT_MICRO_TEAM,
			baseUrl: sandbox.micro.url,
		},
	}),
	secrets: [DEFAULT_MICRO_KEY],
	faults: (sandbox) => sandbox.micro.faults,
	withoutLimits(sandbox) {
		sandbox.micro.limits.enabled = false;
	},
	maxRecords: 100,
	maxBytes: 5 * 1024 * 1024,
	idempotencyKey: true,
	isBatch: (call) => call.path.endsWith('/batch/update'),
	good: (sandbox, count) =>
		sandbox.micro.seedContacts(count).map((id, index) => ({
			'Record ID': id,
			title: `Buyer ${index}`,
			seniority: 'manager',
		})),
	/** Only Micro knows that nobody has this ID. */
	refused: (item) => ({ ...item, company: '00000000-0000-4000-8000-000000000000' }),
	malformed: (item) => ({ ...item, 'Record ID': 'anna@example.com' }),
	unknown: (item) => ({ ...item, 'Record ID': `feedface${String(item['Record ID']).slice(8)}` }),
	large: (item, bytes) => ({ ...item, description: wide(bytes) }),
	again: (item) => ({ ...item, title: `${String(item.title)}, again` }),
	holds: (sandbox, item) =>
		sandbox.micro.store.get('contact', String(item['Record ID']))?.title === item.title,
	repeatable: true,
};
