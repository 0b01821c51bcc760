import type { Row } from '../row';
import { talkdeskUpdate } from './talkdeskUpdate';

/** Each record takes two operations of a request, which settle as one outcome. */
export const talkdeskMerge: Row = {
	...talkdeskUpdate,
	name: 'Talkdesk Bulk → Record → Update, merging extra data',
	node: {
		...talkdeskUpdate.node,
		parameters: {
			...talkdeskUpdate.node.parameters,
			extraData: 'all',
			extraDataMode: 'merge',
		},
	},
	entriesPerItem: 2,
	good: (sandbox, count) =>
		talkdeskUpdate.good(sandbox, count).map((item, index) => ({ ...item, tier: `T${index}` })),
};
