import { found } from '../bulk/found';
import type { SasColumn } from './list';

/**
 * A value as SAS stores it in this column: JSON text or a JSON number, nothing else. Empty means null,
 * no text or only spaces; what that leads to depends on the operation.
 * Source: https://developer.sas.com/rest-apis/listData/updateListContents
 */
export type ColumnValue =
	{ readonly value: string | number } | { readonly empty: true } | { readonly problem: string };

const EMPTY: ColumnValue = { empty: true };

/** Digits with at most one decimal point: neither separators nor an exponent are guessed at. */
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

export function toColumnValue(column: SasColumn, value: unknown): ColumnValue {
	const plain = plainValue(value);
	if (plain === undefined || plain === null) return EMPTY;
	if (typeof plain === 'string' && plain.trim() === '') return EMPTY;
	return column.dataType === 'number' ? toNumber(plain) : toText(plain);
}

/** Dates, Luxon's included, know their own text form. */
function plainValue(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const { toJSON } = value as { toJSON?: unknown };
	const text: unknown = typeof toJSON === 'function' ? toJSON.call(value) : undefined;
	return typeof text === 'string' ? text : value;
}

function toNumber(value: unknown): ColumnValue {
	if (typeof value === 'number' && Number.isFinite(value)) return { value };
	const text = typeof value === 'string' || typeof value === 'bigint' ? String(value).trim() : '';
	if (!PLAIN_NUMBER.test(text)) return { problem: `expected a number, found ${found(value)}` };
	const number = Number(text);
	if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return { value: number };
	return { problem: `${found(value)} would lose digits as a number; it fits a string column only` };
}

function toText(value: unknown): ColumnValue {
	switch (typeof value) {
		case 'string':
			return { value };
		case 'bigint':
		case 'boolean':
			return { value: String(value) };
		case 'number':
			if (!Number.isFinite(value)) return { problem: `expected text, found ${value}` };
			if (!Number.isInteger(value) || Number.isSafeInteger(value)) return { value: String(value) };
			return { problem: `the number ${value} has already lost digits; give it as text` };
		default:
			return { problem: `expected a text, a number or a date, found ${found(value)}` };
	}
}
