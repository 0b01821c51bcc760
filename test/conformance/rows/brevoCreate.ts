import type { Row } from '../row';
import { brevoUpsert } from './brevoUpsert';

const { again: _again, ...withKeys } = brevoUpsert;

const some = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i);

/** The same endpoint without identifiers: each record is new, and nothing can be sent twice. */
export const brevoCreate: Row = {
	...withKeys,
	name: 'Brevo Bulk → Object Record → Upsert, creating',
	node: {
		...brevoUpsert.node,
		parameters: {
			resource: 'record',
			operation: 'upsert',
			objectType: 'vehicle',
			identifyBy: 'none',
			associations: {
				association: [
					{ action: 'link', target: 'contact', field: 'contacts' },
					{ action: 'link', target: 'custom', customType: 'garage', field: 'garages' },
				],
			},
		},
	},
	good(sandbox, count) {
		// The stricter of two readings: ten links in all, where the node counts ten of each type.
		sandbox.brevo.switches.linkLimitPer = 'action';
		return some(count, 0).map((number) => ({ plate: `AB-${number}`, doors: 2 + (number % 4) }));
	},
	refused: (item) => ({ ...item, contacts: some(6, 501), garages: some(6, 1001) }),
	malformed: (item) => ({ ...item, contacts: 'anna@example.com' }),
	holds: (sandbox, { plate }) =>
		sandbox.brevo.store.all('vehicle').some(({ attributes }) => attributes['plate'] === plate),
	repeatable: false,
};
