import { found } from '../bulk/found';
import { objectsIn } from '../bulk/json';

/** SAS filters by key columns, with these functions. */
export const COMPARISONS = [
	{ name: 'Begins With', value: 'startsWith' },
	{ name: 'Contains', value: 'contains' },
	{ name: 'Ends With', value: 'endsWith' },
	{ name: 'Equals', value: 'eq' },
] as const;

export type Filter = { readonly filter: string } | { readonly problem: string };

/**
 * Writes conditions in SAS's filter language: one function per key column, joined by one `and`. An
 * empty text where there is no condition.
 *
 * Source: https://developer.sas.com/rest-apis/listData/getListContents
 *
 * @param conditions `{ column, comparison, value }` each, as the user gave them
 */
export function writeFilter(conditions: unknown): Filter {
	const functions: string[] = [];
	const named = new Set<string>();
	for (const { column, comparison, value } of objectsIn(conditions)) {
		if (typeof column !== 'string' || !/^[^\s(),'"]+$/.test(column)) {
			return { problem: `expected the name of a key column, found ${found(column)}` };
		}
		if (named.has(column)) {
			return { problem: `SAS takes one condition for a column, found two for ${column}` };
		}
		named.add(column);
		const known = COMPARISONS.find((entry) => entry.value === comparison);
		if (!known) return { problem: `expected a comparison, found ${found(comparison)}` };
		const text = typeof value === 'number' ? String(value) : value;
		if (typeof text !== 'string' || text === '') {
			return { problem: `expected a value to compare ${column} with, found ${found(value)}` };
		}
		if (/['\\]/.test(text)) {
			return {
				problem: `SAS does not document how an apostrophe or a backslash is written in a filter, found ${found(text)}: compare with a part of the text that has none`,
			};
		}
		functions.push(`${known.value}(${column},'${text}')`);
	}
	return { filter: functions.length > 1 ? `and(${functions.join(',')})` : (functions[0] ?? '') };
}
