import type { Row } from '../row';
import { hubspotRow, large, unknownId } from './hubspotRow';

export const hubspotUpdate: Row = {
	...hubspotRow('Update', 'update', { idField: 'Record ID' }),
	good: (sandbox, count) =>
		sandbox.hubspot.seedContacts(count).map((id, index) => ({
			'Record ID': id,
			jobtitle: `Buyer ${index}`,
			hs_lead_status: 'NEW',
		})),
	refused: (item) => ({ ...item, email: 'foo@bar' }),
	malformed: (item) => ({ ...item, 'Record ID': 'anna@example.com' }),
	unknown: unknownId,
	large,
	again: (item) => ({ ...item, jobtitle: `${String(item.jobtitle)}, again` }),
	holds: (sandbox, item) =>
		sandbox.hubspot.store.get('contacts', String(item['Record ID']))?.jobtitle === item.jobtitle,
	repeatable: true,
};
