import type { Row } from '../row';
import { hubspotRow, unknownId } from './hubspotRow';

/** HubSpot says yes to every id; the archived records are read back. */
export const hubspotArchive: Row = {
	...hubspotRow('Archive', 'archive', { idField: 'Record ID' }),
	good: (sandbox, count) =>
		sandbox.hubspot.seedContacts(count).map((id) => ({ 'Record ID': id, why: 'left' })),
	refused: unknownId,
	malformed: (item) => ({ ...item, 'Record ID': 'anna@example.com' }),
	unknown: unknownId,
	again: (item) => ({ ...item }),
	/** Gone because it was archived, not because it was never there. */
	holds: ({ hubspot }, item) => hubspot.store.isArchived('contacts', String(item['Record ID'])),
	done: 'archived',
	repeatable: true,
};
