import type { Item } from '../mishap';
import { BRANCH_LIMITS } from './limitItem';

const COLUMNS = new Map(BRANCH_LIMITS.columns.map(({ name, dataType }) => [name, dataType]));

/**
 * An item as the list stores it, by SAS's documentation: JSON numbers in number columns, text in the
 * others. Blank values leave what is stored as it is; other fields than the columns are not sent.
 */
export function storedRow(item: Item): Record<string, string | number> {
	const row: Record<string, string | number> = {};
	for (const [name, value] of Object.entries(item)) {
		if (!COLUMNS.has(name) || value === null || String(value).trim() === '') continue;
		row[name] = COLUMNS.get(name) === 'number' ? Number(value) : String(value);
	}
	return row;
}

/** Both columns of the key as one text; undefined where one is missing or not what it should be. */
export function keyOf(item: Item): string | undefined {
	const { country, branchNo } = storedRow(item);
	const isKey = country !== undefined && Number.isInteger(branchNo);
	return isKey ? JSON.stringify([country, branchNo]) : undefined;
}
