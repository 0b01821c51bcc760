import { isJsonObject, type JsonObject } from '../json';
import { BadCell, judgeCell } from './judgeCell';
import type { Column } from './listDefinition';
import type { Cell, Row, Rows } from './rows';
import type { SasSwitches } from './switches';

export type Operation = 'upsert' | 'delete';

export interface PlannedRow {
	position: number;
	key: string;
	/** The columns sent, as they will be stored. */
	values: Row;
}

export interface Violation {
	position: number;
	column: string | undefined;
	says: string;
}

export interface Verdict {
	plan: PlannedRow[];
	violations: Violation[];
}

/**
 * Judges all rows of a request before any is applied. Which columns a row needs depends on the
 * intention: https://developer.sas.com/rest-apis/listData/updateListContents
 */
export function judgeRows(
	rows: Rows,
	operation: Operation,
	items: readonly unknown[],
	switches: SasSwitches,
): Verdict {
	const verdict: Verdict = { plan: [], violations: [] };
	/** Keys that earlier rows of the same request have dealt with. */
	const seen = new Set<string>();
	items.forEach((item, position) => {
		const bad = (says: string, column?: string): void => {
			verdict.violations.push({ position, column, says });
		};
		const before = verdict.violations.length;
		if (!isJsonObject(item)) return bad('is not an object');
		const named = switches.columnCase === 'exact' ? item : withColumnCase(item, rows.columns);
		const planned = judgeRow({ rows, operation, switches, seen, bad }, named, position);
		if (verdict.violations.length === before) {
			verdict.plan.push(planned);
			seen.add(planned.key);
		}
	});
	return verdict;
}

interface Bench {
	rows: Rows;
	operation: Operation;
	switches: SasSwitches;
	seen: ReadonlySet<string>;
	bad: (says: string, column?: string) => void;
}

function judgeRow(bench: Bench, item: JsonObject, position: number): PlannedRow {
	const { rows, operation, switches, seen, bad } = bench;
	const keysOnly = operation === 'delete' && !rows.duplicates;
	const values: Record<string, Cell> = {};
	const missing: Column[] = [];
	let sound = true;
	let known = 0;
	for (const column of rows.columns) {
		const { name, isKey } = column;
		if (!Object.hasOwn(item, name)) {
			if (isKey) {
				sound = false;
				bad('value missing for key column', name);
			} else if (!keysOnly) missing.push(column);
			continue;
		}
		known += 1;
		if (keysOnly && !isKey) {
			if (switches.dataColumnsInDelete === 'refuse')
				bad('is no key; a delete takes keys only', name);
			continue;
		}
		const cell = judgeCell(column, item[name], switches);
		if (cell instanceof BadCell) {
			if (isKey) sound = false;
			bad(cell.says, name);
		} else values[name] = cell;
	}
	if (switches.unknownColumns === 'refuse' && Object.keys(item).length > known) {
		const names = new Set(rows.columns.map(({ name }) => name));
		for (const name of Object.keys(item)) if (!names.has(name)) bad('does not exist', name);
	}
	const key = sound ? rows.keyOf(values) : '';
	if (!rows.duplicates && sound && seen.has(key) && switches.repeatedKeys === 'refuse') {
		bad('repeats the key of another record of this request');
	}
	const exists = sound && !rows.duplicates && (seen.has(key) || rows.find(key) !== undefined);
	if (missing.length > 0 && (rows.duplicates || operation === 'delete' || !exists)) {
		// With a key that cannot be read nobody knows whether the row would be complete enough.
		if (operation === 'upsert' && switches.incompleteInsert === 'accept') fill(values, missing);
		else if (sound) for (const { name } of missing) bad('value missing for column', name);
	}
	if (operation === 'delete' && switches.deleteUnknown === 'refuse' && sound) {
		const there = rows.duplicates ? rows.equal(values) > 0 : exists;
		if (!there && missing.length === 0) bad('is not in the list');
	}
	return { position, key, values };
}

function fill(values: Record<string, Cell>, missing: readonly Column[]): void {
	for (const { name, dataType } of missing) values[name] = dataType === 'number' ? null : '';
}

function withColumnCase(item: JsonObject, columns: readonly Column[]): JsonObject {
	const names = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
	return Object.fromEntries(
		Object.entries(item).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]),
	);
}
