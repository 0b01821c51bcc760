import type { Row } from '../row';
import { hubspotRow, large } from './hubspotRow';

/** HubSpot makes the ids: nothing in a result but the values sent says which item it belongs to. */
export const hubspotCreate: Row = {
	...hubspotRow('Create', 'create', {}),
	good: (_sandbox, count) =>
		Array.from({ length: count }, (_, index) => ({
			email: `New.${index}@tannhof.example`,
			jobtitle: `Buyer ${index % 7}`,
			hs_lead_status: 'NEW',
		})),
	refused: (item) => ({ ...item, email: String(item.email).replace('tannhof.example', 'bar') }),
	malformed: (item) => ({ ...item, jobtitle: { of: 'trade' } }),
	large,
	holds: ({ hubspot }, item) =>
		hubspot.store.getBy('contacts', 'email', String(item.email))?.jobtitle === item.jobtitle,
	repeatable: false,
};
