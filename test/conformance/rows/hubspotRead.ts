import type { Row } from '../row';
import { hubspotRow, isCall, unknownId } from './hubspotRow';

const reads = isCall('read');

export const hubspotRead: Row = {
	...hubspotRow('Get Many by ID', 'read', {
		idField: 'Record ID',
		properties: ['email', 'jobtitle'],
	}),
	good: (sandbox, count) =>
		sandbox.hubspot.seedContacts(count).map((id) => ({ 'Record ID': id, deal: 'A' })),
	refused: unknownId,
	malformed: (item) => ({ ...item, 'Record ID': 'anna@example.com' }),
	unknown: unknownId,
	again: (item) => ({ ...item }),
	/** Nothing is stored by reading: what counts is that the vendor has shown the record. */
	holds({ calls, hubspot }, item) {
		const id = String(item['Record ID']);
		return (
			hubspot.store.get('contacts', id) !== undefined &&
			calls.some((call) => reads(call) && Number(call.status) < 300 && call.recordIds?.includes(id))
		);
	},
	done: 'read',
	repeatable: true,
};
