import type { Sandbox } from '../../sandbox';
import { asMeant, type Evidence, type Fate } from '../evidence';
import type { ContactList } from './contactList';
import { recordIdOf } from './recordId';
import type { Schema } from './schema';
import { isStoredFormOf, SET_BY_HUBSPOT } from './storedForm';

/** What HubSpot has to say about a list of contacts: its writes bear trace ids. */
export function hubspotEvidence(
	{ hubspot, calls }: Sandbox,
	{ table, idField, merged, spoilt, repairs }: ContactList,
	schema: Schema,
): Evidence {
	const { store } = hubspot;
	const keyOf = (item: number): string | undefined => recordIdOf(table.rows[item]?.[idField]);
	const fateOf = (item: number): Fate => {
		if (merged.has(keyOf(item) ?? '')) return { kind: 'unmentioned', why: 'merged away' };
		if (spoilt === undefined) return { kind: 'unknown' };
		const repair = repairs?.get(item);
		if (repair) return { kind: 'repairable', repair };
		return { kind: spoilt.has(item) ? 'spoilt' : 'fine' };
	};
	return {
		vendor: 'HubSpot',
		table,
		calls,
		writes: () =>
			store.writes.map(({ traceId, id, callIndex }) => ({
				item: traceId === undefined ? NaN : Number(traceId),
				key: id,
				callIndex,
			})),
		strayWrites: () =>
			store.writes
				.filter(({ operation, type }) => operation !== 'update' || type !== 'contacts')
				.map(({ operation, type, id }) => `HubSpot logged a ${operation} of ${id} in ${type}`),
		keyOf,
		speaksOf: ({ json }, key) => json['id'] === key,
		fateOf,
		stored: (key) => store.get('contacts', key),
		// Blank cells leave what is stored as it is.
		sentBy: (item) =>
			Object.entries(asMeant(table.rows[item] ?? {}, fateOf(item)))
				.filter(([name]) => name !== idField && !SET_BY_HUBSPOT.has(name))
				.map(([name, cell]) => [name, String(cell).trim()] as const)
				.filter(([, cell]) => cell !== ''),
		holds: (record, name, sent) =>
			isStoredFormOf(schema.get(name), String(sent), String(record[name] ?? ''), record),
	};
}
