import type { Sandbox } from '../../sandbox';
import { asMeant, type Evidence } from '../evidence';
import { numberIn, type ItemList } from '../itemList';
import { extIdOf, holds, requestsFor, sentBy, withLinks } from './sent';
import { NUMBER_FIELD, OBJECT_TYPE } from './vehicleItem';

/** What Brevo has to say about a list of items: its writes bear the number in an attribute. */
export function brevoEvidence({ brevo, calls }: Sandbox, { table, fateOf }: ItemList): Evidence {
	const { store } = brevo;
	const row = (item: number) => table.rows[item] ?? {};
	const isContact = (id: number) => store.get('contact', id) !== undefined;
	return {
		vendor: 'Brevo',
		table,
		calls,
		writes() {
			store.settle();
			return store.writes
				.filter(({ operation }) => operation === 'create' || operation === 'update')
				.map(({ attributes, extId = '', callIndex }) => ({
					item: numberIn(attributes[NUMBER_FIELD]),
					key: extId,
					callIndex,
				}));
		},
		strayWrites: () =>
			store.writes
				.filter(({ operation, type }) => /delete|unlink/.test(operation) || type !== OBJECT_TYPE)
				.map(({ operation, type, id }) => `Brevo logged a ${operation} of ${id} in ${type}`),
		keyOf: (item) => extIdOf(row(item)),
		speaksOf({ json }, key) {
			const { identifiers } = json as { identifiers?: { ext_id?: unknown } };
			return identifiers?.ext_id === key;
		},
		fateOf,
		requestsFor: (item) => requestsFor(row(item)),
		stored(key) {
			const record = store.record(OBJECT_TYPE, key);
			return record && withLinks(record);
		},
		sentBy: (item) => sentBy(asMeant(row(item), fateOf(item)), isContact),
		holds,
	};
}
