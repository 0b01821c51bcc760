import type { IDataObject } from 'n8n-workflow';
import { fieldPicker, type FieldChoice } from '../bulk/fields';
import type { EmptyValues } from '../bulk/emptyValues';
import type { Notes } from '../bulk/notes';
import { type RecordDraft, rejection, type Rejection } from '../bulk/record';
import type { ReadColumn } from './columnReader';
import type { SasColumn, SasList } from './list';
import { draftOf, keyOf, putKeys, putValue, type Row } from './row';

export interface UpsertParameters {
	readonly fields: FieldChoice;
	readonly emptyValues: EmptyValues;
	/** Rows without some columns: SAS takes them as updates of rows it knows, and only as those. */
	readonly incompleteRows: 'send' | 'reject';
	/** Fields that are no columns of the list. SAS refuses those, so they are never sent. */
	readonly unknownColumns: 'ignore' | 'reject';
	readonly read: ReadColumn;
}

/**
 * Compiles the node's parameters to a function that turns an item into a row to upsert.
 *
 * SAS documents: a new row needs every column, an existing one its keys and what is to change, and
 * with duplicate keys every row is new. Whether a row exists is not known here.
 * Source: https://developer.sas.com/rest-apis/listData/updateListContents
 */
export function upsertRowMaker(
	list: SasList,
	{ fields, emptyValues, incompleteRows, unknownColumns, read }: UpsertParameters,
): (json: IDataObject, item: number, notes?: Notes) => RecordDraft<SasList> | Rejection {
	const pick = fieldPicker(fields, '');
	// Named by the user one by one, a field that is no column is a mistake.
	const named = fields.kind === 'only' || fields.kind === 'manual';
	const refusesUnknown = named || unknownColumns === 'reject';
	const complete = list.duplicateKeysEnabled || incompleteRows === 'reject';

	return (json, item, notes) => {
		const row: Row = new Map();
		const onEmpty = (column: SasColumn) => putEmpty(row, column, emptyValues);
		const refused =
			pick(json, item, (name, raw) => {
				const column = list.columns.get(name);
				if (column) return putValue(row, column, raw, onEmpty, read, notes);
				if (refusesUnknown) return unknownColumn(name);
				notes?.ignored(name);
				return undefined;
			}) ??
			putKeys(row, list, json, read, notes) ??
			(complete ? missingColumn(list, row) : nothingToSend(list, row));
		if (refused) return refused;
		// Rows of equal keys stand side by side where duplicates are enabled: none replaces another.
		const key = list.duplicateKeysEnabled ? String(item) : keyOf(row, list.keys);
		return draftOf(list, row, key);
	};
}

function putEmpty(
	row: Row,
	{ name, dataType }: SasColumn,
	emptyValues: UpsertParameters['emptyValues'],
): Rejection | undefined {
	if (emptyValues === 'leave') return undefined;
	if (emptyValues === 'reject') return rejection('EMPTY_VALUE', 'the field is empty', name);
	if (dataType === 'number') {
		return rejection('EMPTY_NUMBER', 'a number column cannot be cleared', name);
	}
	row.set(name, '');
	return undefined;
}

function missingColumn({ columns, duplicateKeysEnabled }: SasList, row: Row) {
	const why = duplicateKeysEnabled
		? 'the list has duplicate keys enabled, so each row is a new one and needs every column'
		: 'Incomplete Rows is set to reject';
	for (const name of columns.keys()) {
		if (row.has(name)) continue;
		return rejection('MISSING_COLUMN', `the column ${name} has no value: ${why}`, name);
	}
	return undefined;
}

/** Keys alone change nothing in a row that exists, and are no complete new row. */
function nothingToSend({ columns, keys }: SasList, row: Row): Rejection | undefined {
	if (row.size > keys.length || columns.size === keys.length) return undefined;
	const message = 'the item has no value for a column of the list besides its keys';
	return rejection('NOTHING_TO_SEND', message);
}

function unknownColumn(name: string): Rejection {
	const message = `the list has no column ${name}; names must match in upper and lower case too`;
	return rejection('UNKNOWN_COLUMN', message, name);
}
