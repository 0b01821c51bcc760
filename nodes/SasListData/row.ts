import type { IDataObject } from 'n8n-workflow';
import { type RecordDraft, rejection, type Rejection } from '../bulk/record';
import type { Notes } from '../bulk/notes';
import type { ReadColumn } from './columnReader';
import type { SasColumn, SasList } from './list';

/** Values by column. A map, since a column may have any name, `__proto__` included. */
export type Row = Map<string, string | number>;

/** An item's own field of this name; a dot in it is a part of the name. */
export function fieldOf(json: IDataObject, name: string): unknown {
	return Object.hasOwn(json, name) ? json[name] : undefined;
}

/**
 * Puts an item's value into a row.
 *
 * @param onEmpty what an empty value means where the column is no key
 */
export function putValue(
	row: Row,
	column: SasColumn,
	raw: unknown,
	onEmpty: (column: SasColumn, raw: unknown) => Rejection | undefined,
	read: ReadColumn,
	notes?: Notes,
): Rejection | undefined {
	const value = read(column, raw, notes);
	if ('problem' in value) return rejection('INVALID_VALUE', value.problem, column.name);
	if ('value' in value) row.set(column.name, value.value);
	else if (column.isKey) return missingKey(column);
	else return onEmpty(column, raw);
	return undefined;
}

/** Puts those key columns into a row that it lacks, from the item's fields of the same names. */
export function putKeys(
	row: Row,
	{ keys }: SasList,
	json: IDataObject,
	read: ReadColumn,
	notes?: Notes,
): Rejection | undefined {
	for (const column of keys) {
		if (row.has(column.name)) continue;
		const refused = putValue(row, column, fieldOf(json, column.name), missingKey, read, notes);
		if (refused) return refused;
	}
	return undefined;
}

function missingKey({ name }: SasColumn): Rejection {
	return rejection('MISSING_KEY', `the key column ${name} is empty or not in the item`, name);
}

/** @param key what tells this record from others on their way to the list */
export function draftOf(list: SasList, row: Row, key: string): RecordDraft<SasList> {
	const members = [...row].map(
		([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
	);
	return { group: list, key, json: `{${members.join(',')}}` };
}

/** The values of a composite key as one text. */
export function keyOf(row: Row, columns: Iterable<SasColumn>): string {
	return JSON.stringify(Array.from(columns, ({ name }) => row.get(name)));
}
