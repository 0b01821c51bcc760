import type { IDataObject } from 'n8n-workflow';
import type { Row } from '../row';
import { microUpdate } from './microUpdate';

const append = (id: unknown): IDataObject => ({ _op: 'append', values: [id] });
const appended = ({ documents }: IDataObject) => (documents as { values: unknown[] }).values[0];

/** Adding to a set is not safe to repeat: a lost answer leaves the batch unconfirmed. */
export const microAppend: Row = {
	...microUpdate,
	name: 'Micro Bulk → Record → Update, adding to sets',
	good(sandbox, count) {
		const documents = sandbox.micro.seed('document', count);
		return microUpdate
			.good(sandbox, count)
			.map((item, index) => ({ ...item, documents: append(documents[index]) }));
	},
	holds(sandbox, item) {
		const stored = sandbox.micro.store.get('contact', String(item['Record ID']))?.documents;
		const inSet = Array.isArray(stored) && stored.includes(appended(item));
		return inSet && microUpdate.holds(sandbox, item);
	},
	repeatable: false,
};
