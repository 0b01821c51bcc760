import type { Row } from '../row';
import { prepareLists, sasRow, UNWANTED } from './sasLists';

const LIST = 'branch_limits';

/** Rows with a composite key of a text and a number. */
export const sasDelete: Row = {
	...sasRow('composite', { operation: 'delete' }),
	name: 'SAS List Data Bulk → List Content → Delete',
	idColumns: ['country', 'branch'],
	good(sandbox, count) {
		prepareLists(sandbox);
		return Array.from({ length: count }, (_, branch) => {
			sandbox.sas.store.put(LIST, { country: 'BE', branch, dailyLimit: 100, manager: 'Ada' });
			return { country: 'BE', branch };
		});
	},
	refused: (item) => ({ ...item, country: UNWANTED }),
	malformed: (item) => ({ ...item, branch: 'first' }),
	again: (item) => ({ ...item }),
	/** Gone because it was deleted, not because it was never there. */
	holds({ sas }, { country, branch }) {
		const key = JSON.stringify([country, branch]);
		return sas.store.writes.some((write) => write.operation === 'delete' && write.key === key);
	},
	repeatable: true,
};
