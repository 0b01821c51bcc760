import { DEFAULT_BREVO_KEY } from '../../sandbox';
import type { Row } from '../row';
import { wide } from './wide';

export const brevoUpsert: Row = {
	name: 'Brevo Bulk → Object Record → Upsert',
	node: {
		type: 'n8n-nodes-bulk-records.brevoBulk',
		typeVersion: 1,
		parameters: {
			resource: 'record',
			operation: 'upsert',
			objectType: 'vehicle',
			identifyBy: 'extId',
			idField: 'vehicle_id',
			// Brevo drops records without a word: only a second look makes the account true.
			verifyAfterWriting: true,
		},
	},
	credentials: (sandbox) => ({
		brevoBulkApi: { apiKey: DEFAULT_BREVO_KEY, baseUrl: `${sandbox.brevo.url}/v3` },
	}),
	secrets: [DEFAULT_BREVO_KEY],
	faults: (sandbox) => sandbox.brevo.faults,
	withoutLimits(sandbox) {
		sandbox.brevo.limits.enabled = false;
	},
	maxRecords: 1000,
	maxBytes: 1_048_576,
	isBatch: (call) => call.path.endsWith('/batch/upsert'),
	good: (_sandbox, count) =>
		Array.from({ length: count }, (_, index) => ({
			vehicle_id: `VH-${index}`,
			plate: `AB-${index}`,
			doors: 2 + (index % 4),
		})),
	refused: (item) => ({ ...item, doors: 'many' }),
	malformed: (item) => ({ ...item, vehicle_id: ' ' }),
	large: (item, bytes) => ({ ...item, model: wide(bytes) }),
	again: (item) => ({ ...item, plate: `${String(item.plate)}, again` }),
	holds: (sandbox, item) =>
		sandbox.brevo.store.get('vehicle', String(item.vehicle_id))?.plate === item.plate,
	repeatable: true,
};
