import type { Notation } from '../bulk/convert/notation';
import { toNumberText } from '../bulk/convert/number';
import type { Notes } from '../bulk/notes';
import { toColumnValue, type ColumnValue } from './columnValue';
import type { SasColumn } from './list';

/** Reads an input value as one of this column. */
export type ReadColumn = (column: SasColumn, value: unknown, notes?: Notes) => ColumnValue;

/**
 * Numbers that were written for people become numbers: `1 234,50 €` where it is certain what that
 * means. Text columns take text as it is; SAS has no other types.
 *
 * @param notation undefined: values go as they are
 */
export function columnReader(notation: Notation | undefined): ReadColumn {
	if (notation === undefined) return toColumnValue;
	return (column, value, notes) => {
		if (column.dataType !== 'number' || typeof value !== 'string') {
			return toColumnValue(column, value);
		}
		const text = toNumberText(value, notation);
		if (!('value' in text)) return text;
		const read = toColumnValue(column, text.value);
		if ('value' in read && text.value !== value.trim()) {
			notes?.changed(column.name, value, read.value);
		}
		return read;
	};
}
