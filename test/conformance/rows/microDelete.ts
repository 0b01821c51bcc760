import type { Row } from '../row';
import { microUpdate } from './microUpdate';

const { large: _large, again: _again, ...common } = microUpdate;

/** Items with one ID share its outcome: there is nothing to carry out twice. */
export const microDelete: Row = {
	...common,
	name: 'Micro Bulk → Record → Delete',
	node: {
		...microUpdate.node,
		parameters: {
			resource: 'record',
			operation: 'delete',
			objectType: { __rl: true, mode: 'list', value: 'contact' },
			idField: 'Record ID',
		},
	},
	isBatch: (call) => call.path.endsWith('/batch/delete'),
	good: (sandbox, count) =>
		sandbox.micro.seedContacts(count).map((id, index) => ({ 'Record ID': id, row: index })),
	refused: (item) => ({ ...item, 'Record ID': `feedface${String(item['Record ID']).slice(8)}` }),
	/** Gone because it was deleted, not because it was never there. */
	holds: ({ micro }, item) =>
		micro.store.writes.some(
			({ operation, id }) => operation === 'delete' && id === item['Record ID'],
		),
};
