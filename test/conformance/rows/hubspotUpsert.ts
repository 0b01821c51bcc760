import type { Row } from '../row';
import { hubspotRow, large } from './hubspotRow';

/** Every other contact exists already. */
export const hubspotUpsert: Row = {
	...hubspotRow('Create or Update', 'upsert', { idField: 'E-Mail', uniqueProperty: 'email' }),
	good({ hubspot }, count) {
		const ids = hubspot.seedContacts(Math.ceil(count / 2));
		return Array.from({ length: count }, (_, index) => ({
			'E-Mail':
				index % 2 === 0
					? hubspot.store.get('contacts', String(ids[index / 2]))?.email
					: `New.${index}@tannhof.example`,
			jobtitle: `Buyer ${index}`,
			hs_lead_status: 'NEW',
		}));
	},
	refused: (item) => ({ ...item, nickname: 'Nobody knows this property' }),
	malformed: (item) => ({ ...item, 'E-Mail': { at: 'home' } }),
	large,
	again: (item) => ({ ...item, jobtitle: `${String(item.jobtitle)}, again` }),
	holds: ({ hubspot }, item) =>
		hubspot.store.getBy('contacts', 'email', String(item['E-Mail']))?.jobtitle === item.jobtitle,
	repeatable: true,
};
