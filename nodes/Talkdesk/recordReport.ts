import { asObject, isObject, objectsIn, type JsonObject } from '../bulk/json';

/** What an answer to a bulk update or create says; every top-level member of it is optional. */
export interface RecordReport {
	/** One per operation or record, in any order. */
	readonly entries: readonly JsonObject[];
	readonly hasErrors: boolean | undefined;
	/** Operations that failed, and that were carried out, as counted by Talkdesk. */
	readonly failed: number | undefined;
	readonly done: number | undefined;
}

/**
 * Reads the body of a 200 or 201. The page of updates calls it an array, schema and samples show an object: both are
 * taken. The counter of what was carried out is `total_updated` in one sample and `total_created` in
 * the other.
 *
 * Sources: https://docs.talkdesk.com/reference/update-list-records,
 * https://docs.talkdesk.com/reference/record-lists-bulks
 *
 * @returns undefined when there is no list of records in it
 */
export function readReport(body: unknown): RecordReport | undefined {
	const parts = isObject(body) ? [body] : objectsIn(body);
	const lists = parts.map((part) => asObject(part._embedded).records).filter(Array.isArray);
	if (lists.length === 0) return undefined;
	return {
		entries: lists.flatMap(objectsIn),
		hasErrors: anyOf(parts.map((part) => part.has_errors)),
		failed: sumOf(parts.map((part) => part.total_errors)),
		done: sumOf(parts.map((part) => part.total_updated ?? part.total_created)),
	};
}

function anyOf(values: readonly unknown[]): boolean | undefined {
	const flags = values.filter((value) => typeof value === 'boolean');
	return flags.length === 0 ? undefined : flags.includes(true);
}

function sumOf(values: readonly unknown[]): number | undefined {
	const counts = values.filter((value) => typeof value === 'number');
	return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}
