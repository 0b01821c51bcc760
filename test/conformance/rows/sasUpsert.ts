import type { Row } from '../row';
import { prepareLists, sasRow } from './sasLists';
import { wide } from './wide';

const LIST = 'loyalty_members';

/** Every other row exists already; the items are complete, so the others can be created. */
export const sasUpsert: Row = {
	...sasRow('simple', { operation: 'upsert' }),
	name: 'SAS List Data Bulk → List Content → Upsert',
	idColumns: ['memberNo'],
	good(sandbox, count) {
		prepareLists(sandbox);
		return Array.from({ length: count }, (_, index) => {
			const item = {
				memberNo: `M-${index}`,
				tier: 'gold',
				creditLimit: index,
				fullName: `Person ${index}`,
				email: `p${index}@example.com`,
				city: 'Ghent',
				since: '2026-01-05',
			};
			if (index % 2 === 0) sandbox.sas.store.put(LIST, { ...item, tier: 'silver' });
			return item;
		});
	},
	/** A new key and no tier: right for an update only. */
	refused: ({ tier: _tier, ...item }) => ({ ...item, memberNo: `${String(item.memberNo)} new` }),
	malformed: (item) => ({ ...item, creditLimit: 'many' }),
	large: (item, bytes) => ({ ...item, fullName: wide(bytes) }),
	again: (item) => ({ ...item, city: 'Bruges' }),
	holds({ sas }, item) {
		const row = sas.store.get(LIST, String(item.memberNo));
		return row !== undefined && Object.entries(row).every(([name, cell]) => item[name] === cell);
	},
	repeatable: true,
};
