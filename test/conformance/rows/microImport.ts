import type { Row } from '../row';
import { titlesByNumber } from './microContacts';
import { microUpdate } from './microUpdate';

const { unknown: _unknown, ...common } = microUpdate;

/** Every second contact is there before; the others are created. */
export const microImport: Row = {
	...common,
	name: 'Micro Bulk → Record → Import',
	node: {
		...microUpdate.node,
		parameters: {
			resource: 'record',
			operation: 'import',
			objectType: { __rl: true, mode: 'list', value: 'contact' },
			ifThere: 'update',
			idField: 'Number',
			matchProperty: 'customer_number',
		},
	},
	maxRecords: 1000,
	isBatch: (call) => call.path.endsWith('/import'),
	good(sandbox, count) {
		const there = sandbox.micro.seedContacts(Math.floor(count / 2));
		for (const [index, id] of there.entries()) {
			sandbox.micro.store.put('contact', id, { customer_number: `K-${2 * index}` });
		}
		return Array.from({ length: count }, (_, index) => ({
			Number: `K-${index}`,
			title: `Buyer ${index}`,
			seniority: 'manager',
		}));
	},
	refused: (item) => ({ ...item, company: '00000000-0000-4000-8000-000000000000' }),
	malformed: (item) => ({ ...item, Number: ' ' }),
	holds: (sandbox, item) => titlesByNumber(sandbox).get(item.Number) === item.title,
	repeatable: true,
};

/** Without a property to match by each row is a new record, and nothing can be sent twice. */
const { again: _again, ...withoutKeys } = microImport;
export const microImportCreate: Row = {
	...withoutKeys,
	name: 'Micro Bulk → Record → Import, creating',
	node: {
		...microImport.node,
		parameters: {
			resource: 'record',
			operation: 'import',
			objectType: { __rl: true, mode: 'list', value: 'contact' },
			ifThere: 'create',
		},
	},
	good: (_sandbox, count) =>
		Array.from({ length: count }, (_, index) => ({
			customer_number: `K-${index}`,
			title: `Buyer ${index}`,
		})),
	malformed: (item) => ({ ...item, seniority: 'no-such-option' }),
	holds: (sandbox, item) => titlesByNumber(sandbox).get(item.customer_number) === item.title,
	repeatable: false,
};
