import { isObject, type JsonObject } from '../bulk/json';
import type { BulkRecord } from '../bulk/record';
import { readUuid } from './uuid';

/** All entries that are about a record, by its position in the batch. */
export type Matches = ReadonlyArray<readonly JsonObject[]>;

/**
 * Matches an answer's entries to records by id: their order is not promised and they carry no index.
 * Entries whose id is null, for items Micro could not parse, are matched by position, if everything
 * else shows that the answer is in the order of the request.
 */
export function matchResults(
	records: ReadonlyArray<BulkRecord<object>>,
	results: readonly unknown[],
	summary: JsonObject,
): Matches {
	const matches: JsonObject[][] = records.map(() => []);
	const positions = new Map(records.map(({ key }, position) => [key, position]));
	const inOrder = isInOrder(records, results) && agrees(summary, results);
	for (const [index, entry] of results.entries()) {
		if (!isObject(entry)) continue;
		const position = isNameless(entry)
			? inOrder
				? index
				: undefined
			: positions.get(readUuid(entry.id) ?? '');
		if (position !== undefined) matches[position]?.push(entry);
	}
	return matches;
}

/** An item that could not be parsed cannot have been written: a null id with `ok` proves nothing. */
function isNameless({ id, status }: JsonObject): boolean {
	return id === null && status === 'error';
}

/** One entry per record, each with its record's id or with none. */
function isInOrder(
	records: ReadonlyArray<BulkRecord<object>>,
	results: readonly unknown[],
): boolean {
	return (
		results.length === records.length &&
		results.every(
			(entry, index) =>
				isObject(entry) && (isNameless(entry) || readUuid(entry.id) === records[index]?.key),
		)
	);
}

/** Whether `summary` counts what the list holds. */
function agrees(summary: JsonObject, results: readonly unknown[]): boolean {
	const succeeded = results.filter((entry) => isObject(entry) && entry.status === 'ok').length;
	return (
		summary.total === results.length &&
		summary.succeeded === succeeded &&
		summary.failed === results.length - succeeded
	);
}
