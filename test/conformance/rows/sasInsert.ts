import type { Row } from '../row';
import { prepareLists, sasRow, UNWANTED } from './sasLists';
import { wide } from './wide';

const LIST = 'fraud_signals';

/** With duplicate keys enabled every upsert inserts: all items share a few keys. */
export const sasInsert: Row = {
	...sasRow('duplicates', { operation: 'upsert' }),
	name: 'SAS List Data Bulk → List Content → Upsert with duplicate keys',
	idColumns: ['phone'],
	good(sandbox, count) {
		prepareLists(sandbox);
		return Array.from({ length: count }, (_, index) => ({
			phone: `+49 30 ${index % 10}`,
			reason: `Reason ${index}`,
			score: index,
		}));
	},
	refused: (item) => ({ ...item, phone: UNWANTED }),
	malformed: ({ score: _score, ...item }) => item,
	large: (item, bytes) => ({ ...item, reason: `${String(item.reason)}${wide(bytes)}` }),
	holds: ({ sas }, item) =>
		sas.store
			.rowsOf(LIST, String(item.phone))
			.filter(({ reason, score }) => reason === item.reason && score === item.score).length === 1,
	repeatable: false,
};
