import type { IDataObject } from 'n8n-workflow';
import { type RecordDraft, rejection, type Rejection } from '../bulk/record';
import type { Notes } from '../bulk/notes';
import type { ReadColumn } from './columnReader';
import type { SasColumn, SasList } from './list';
import { draftOf, fieldOf, keyOf, putValue, type Row } from './row';

/**
 * Makes the function that turns an item into a row to delete: its keys alone, or every column where
 * duplicate keys are enabled, since only the whole row tells it from others then.
 * Source: https://developer.sas.com/rest-apis/listData/updateListContents
 */
export function deleteRowMaker(
	list: SasList,
	read: ReadColumn,
): (json: IDataObject, item?: number, notes?: Notes) => RecordDraft<SasList> | Rejection {
	const columns = list.duplicateKeysEnabled ? [...list.columns.values()] : list.keys;
	return (json, _item, notes) => {
		const row: Row = new Map();
		const onEmpty = (column: SasColumn, raw: unknown) => putExactly(row, column, raw);
		for (const column of columns) {
			const refused = putValue(row, column, fieldOf(json, column.name), onEmpty, read, notes);
			if (refused) return refused;
		}
		return draftOf(list, row, keyOf(row, columns));
	};
}

/** The row to delete may hold an empty text. */
function putExactly(row: Row, { name, dataType }: SasColumn, raw: unknown): Rejection | undefined {
	if (typeof raw === 'string' && dataType === 'string') {
		row.set(name, raw);
		return undefined;
	}
	const message = `the column ${name} is empty or not in the item: the list has duplicate keys enabled, so a row is found by all its columns`;
	return rejection('MISSING_COLUMN', message, name);
}
