import type { IDataObject } from 'n8n-workflow';
import { asObject, isObject, objectsIn, type JsonObject } from '../bulk/json';
import type { Answer } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Comparison, Difference, StoredPage } from '../bulk/stored';
import { toColumnValue } from './columnValue';
import { listPath, type SasColumn, type SasList } from './list';
import { draftOf, fieldOf, keyOf, type Row } from './row';

/** SAS documents no maximum; where the server gives fewer rows, the next page begins after those. */
const ROWS_PER_PAGE = 1000;

/**
 * Reads the contents of a list, to send only what differs from them. There is no way to ask for some
 * rows only: a filter takes one key.
 *
 * Source: https://developer.sas.com/rest-apis/listData/getListContents
 */
export function storedRows(list: SasList): Comparison<SasList> {
	return {
		lookUp: {
			pages: {
				request: ({ id }, _page, before = 0) => ({
					method: 'GET',
					path: `${listPath(id)}/contents?start=${before}&limit=${ROWS_PER_PAGE}`,
				}),
				read: (answer, _page, before = 0) => readRows(list, answer, before),
			},
		},
		problem: ({ duplicateKeysEnabled, keys }) => {
			if (duplicateKeysEnabled) {
				return 'the list has duplicate keys enabled, so each item adds a row in any case';
			}
			const masked = keys.find(({ isMasked }) => isMasked);
			return masked && `SAS shows the key column ${masked.name} redacted`;
		},
		difference: (record, stored) => differenceOf(list, record, asObject(stored)),
	};
}

function readRows(list: SasList, { body }: Answer, before: number): StoredPage | undefined {
	if (!isObject(body) || !Array.isArray(body.items)) return undefined;
	const { count: total, items } = body;
	if (typeof total !== 'number' || !Number.isInteger(total) || total < 0) return undefined;
	const rows = objectsIn(items);
	if (rows.length !== items.length) return undefined;
	return {
		records: rows.map((record) => ({ keys: keysOf(list, record), record })),
		total,
		more: rows.length > 0 && before + rows.length < total,
	};
}

/** The key as an item's row has it, for SAS shows numbers as text. */
function keysOf({ keys }: SasList, stored: JsonObject): string[] {
	const row: Row = new Map();
	for (const column of keys) {
		const value = storedValue(column, stored);
		if (value === undefined) return [];
		row.set(column.name, value);
	}
	return [keyOf(row, keys)];
}

function storedValue(column: SasColumn, stored: JsonObject): string | number | undefined {
	const value = toColumnValue(column, fieldOf(stored as IDataObject, column.name));
	return 'value' in value ? value.value : undefined;
}

function differenceOf(list: SasList, record: BulkRecord<SasList>, stored: JsonObject): Difference {
	const sent = asObject(JSON.parse(record.json));
	const row: Row = new Map();
	let differs = false;
	for (const [name, value] of Object.entries(sent)) {
		const column = list.columns.get(name);
		if (column?.isKey || !column || !isSame(column, value, stored)) {
			row.set(name, value as string | number);
			differs ||= !column?.isKey;
		}
	}
	if (!differs) return { unchanged: stored as IDataObject };
	return { json: draftOf(list, row, record.key).json };
}

/** Of a masked column nobody knows what it holds. */
function isSame(column: SasColumn, sent: unknown, stored: JsonObject): boolean {
	if (column.isMasked) return false;
	// A text that was cleared holds no value for `toColumnValue`, and is the same only as itself.
	if (sent === '') return fieldOf(stored as IDataObject, column.name) === '';
	return storedValue(column, stored) === sent;
}
