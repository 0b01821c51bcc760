import type { Row } from '../row';
import { hubspotUpdate } from './hubspotUpdate';
import { hubspotUpsert } from './hubspotUpsert';

/** Each batch is read before it is written. */
const skipping = (row: Row): Row => ({
	...row,
	name: `${row.name}, skipping what is unchanged`,
	node: {
		...row.node,
		parameters: { ...row.node.parameters, options: { skipUnchanged: true } },
	},
});

export const hubspotSkipUnchanged = skipping(hubspotUpdate);
export const hubspotUpsertSkipUnchanged = skipping(hubspotUpsert);
