import type { Sandbox } from '../../sandbox';
import { asMeant, type Evidence } from '../evidence';
import { numberIn, type ItemList } from '../itemList';
import { NUMBER_FIELD } from './contactItem';
import { holds, idOf, sentBy } from './sent';

/** What Micro has to say about a list of items: its writes bear the number in a property. */
export function microEvidence({ micro, calls }: Sandbox, { table, fateOf }: ItemList): Evidence {
	const { store } = micro;
	const row = (item: number) => table.rows[item] ?? {};
	return {
		vendor: 'Micro',
		table,
		calls,
		writes: () =>
			store.writes.map(({ id, values, callIndex }) => ({
				item: numberIn(values[NUMBER_FIELD]),
				key: id,
				callIndex,
			})),
		strayWrites: () =>
			store.writes
				.filter(({ operation, type }) => operation !== 'update' || type !== 'contact')
				.map(({ operation, type, id }) => `Micro logged a ${operation} of ${id} in ${type}`),
		keyOf: (item) => idOf(row(item)),
		speaksOf: ({ json }, key) => json['id'] === key,
		fateOf,
		stored: (key) => store.get('contact', key),
		sentBy: (item) => sentBy(asMeant(row(item), fateOf(item))),
		holds,
	};
}
