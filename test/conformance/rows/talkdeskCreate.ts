import type { Row } from '../row';
import { talkdeskUpdate } from './talkdeskUpdate';
import { wide } from './wide';

const { recordList } = talkdeskUpdate.node.parameters;
const { unknown: _unknown, ...shared } = talkdeskUpdate;

/** Into a list that keeps nothing unique: the same item twice is two records. */
export const talkdeskCreate: Row = {
	...shared,
	name: 'Talkdesk Bulk → Record → Create',
	node: {
		...talkdeskUpdate.node,
		parameters: { resource: 'record', operation: 'create', recordList: recordList ?? '' },
	},
	idColumns: ['phone_number'],
	good(sandbox, count) {
		talkdeskUpdate.good(sandbox, 0);
		return Array.from({ length: count }, (_, index) => ({
			first_name: 'Eva',
			last_name: `Buyer ${index}`,
			phone_number: `+4206010${String(index).padStart(5, '0')}`,
			priority: 1 + (index % 10),
		}));
	},
	malformed: ({ first_name: _name, ...item }) => item,
	large: (item, bytes) => ({ ...item, notes: wide(bytes) }),
	/** Once: a second one would have been written by accident. */
	holds: ({ talkdesk }, item) =>
		talkdesk.store.writes.filter(
			({ operation, record }) =>
				operation === 'create' &&
				record?.last_name === item.last_name &&
				record?.phone_numbers[0]?.phone_number === item.phone_number,
		).length === 1,
	repeatable: false,
};
