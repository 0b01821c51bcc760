import type { Row } from '../row';
import { sasUpsert } from './sasUpsert';

/** The list is read before the first batch; of rows that are there only what differs is written. */
export const sasSkipUnchanged: Row = {
	...sasUpsert,
	name: 'SAS List Data Bulk → List Content → Upsert, skipping what is unchanged',
	node: {
		...sasUpsert.node,
		parameters: { ...sasUpsert.node.parameters, options: { skipUnchanged: true } },
	},
};
