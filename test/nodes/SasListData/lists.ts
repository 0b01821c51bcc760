import type { JsonObject } from '../../../nodes/bulk/json';
import type { Answer } from '../../../nodes/bulk/reading';
import type { BulkRecord } from '../../../nodes/bulk/record';
import { readList, type SasList } from '../../../nodes/SasListData/list';

export const LIST_ID = '4b1f0c52-3c58-4f0e-8f0b-5c9c6f1d0001';

/** Keys region (number) and custId; data tier, limit (number). */
export const COLUMNS = [
	{ name: 'custId', dataType: 'string', position: 1, isKey: true, keyPosition: 2 },
	{ name: 'region', dataType: 'number', position: 2, isKey: true, keyPosition: 1 },
	{ name: 'tier', dataType: 'string', position: 3, isKey: false, keyPosition: 0 },
	{ name: 'limit', dataType: 'number', position: 4, isKey: false, keyPosition: 0 },
];

/** A definition as SAS sends it. */
export const definition = (changes: JsonObject = {}): JsonObject => ({
	id: LIST_ID,
	version: 1,
	name: 'vip',
	state: 'developing',
	isImmutable: false,
	duplicateKeysEnabled: false,
	columns: COLUMNS,
	...changes,
});

export function listOf(changes: JsonObject = {}): SasList {
	const list = readList(definition(changes), LIST_ID);
	if ('rejected' in list) throw new Error(list.rejected.message);
	return list;
}

export function recordsOf(list: SasList, rows: readonly object[]): Array<BulkRecord<SasList>> {
	return rows.map((row, item) => {
		const json = JSON.stringify(row);
		const bytes = Buffer.byteLength(json);
		return { group: list, key: String(item), json, item, bytes, part: 0, parts: 1 };
	});
}

export function answerOf(
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): Answer {
	return { status, headers, text: JSON.stringify(body) ?? '', body };
}
