import type { Row } from '../row';
import { talkdeskUpdate } from './talkdeskUpdate';

const { recordList } = talkdeskUpdate.node.parameters;
const { unknown: _unknown, large: _large, ...shared } = talkdeskUpdate;

/** Items with one id share one delete. */
export const talkdeskDelete: Row = {
	...shared,
	name: 'Talkdesk Bulk → Record → Delete',
	node: {
		...talkdeskUpdate.node,
		parameters: {
			resource: 'record',
			operation: 'delete',
			recordList: recordList ?? '',
			idField: 'Record ID',
		},
	},
	good: (sandbox, count) =>
		talkdeskUpdate.good(sandbox, count).map((item) => ({ 'Record ID': item['Record ID'] ?? '' })),
	/** Talkdesk's to notice: the list has no such record. */
	refused: (item) => ({ ...item, 'Record ID': `feedface${String(item['Record ID']).slice(8)}` }),
	malformed: (item) => ({ ...item, 'Record ID': '' }),
	again: (item) => ({ ...item }),
	/** Gone because it was deleted, not because it was never there. */
	holds: ({ talkdesk }, item) =>
		talkdesk.store.writes.some(
			({ operation, id }) => operation === 'delete' && id === item['Record ID'],
		),
	repeatable: true,
	refusedOnceDone: true,
};
