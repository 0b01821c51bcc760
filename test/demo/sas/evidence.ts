import type { Sandbox } from '../../sandbox';
import { asMeant, type Evidence } from '../evidence';
import { numberIn, type ItemList } from '../itemList';
import { NUMBER_FIELD } from './limitItem';
import { keyOf, storedRow } from './storedRow';

/** What SAS has to say about a list of items: its writes bear the number in a column. */
export function sasEvidence(
	{ sas, calls }: Sandbox,
	listId: string,
	{ table, fateOf }: ItemList,
): Evidence {
	const { store } = sas;
	return {
		vendor: 'SAS Viya',
		table,
		calls,
		writes: () =>
			store.writes.map(({ row, key, callIndex }) => ({
				item: numberIn(row[NUMBER_FIELD]),
				key,
				callIndex,
			})),
		strayWrites: () =>
			store.writes
				.filter((write) => /delete|purge/.test(write.operation) || write.listId !== listId)
				.map((write) => `SAS logged a ${write.operation} of ${write.key} in ${write.listId}`),
		keyOf: (item) => keyOf(table.rows[item] ?? {}),
		// Rows leave as they were sent: the answer says nothing of single ones.
		speaksOf: ({ json }, key) => keyOf(json) === key,
		fateOf,
		stored: (key) => store.get(listId, JSON.parse(key) as string[]),
		sentBy: (item) => Object.entries(storedRow(asMeant(table.rows[item] ?? {}, fateOf(item)))),
		holds: (record, name, sent) => record[name] === sent,
	};
}
