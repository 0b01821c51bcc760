import { stringify } from 'csv-stringify/sync';

import { errorOf, type Claim } from './claims';
import type { Table } from './table';

const REASONS = ['state', 'code', 'field', 'message', 'batch', 'requestId'] as const;

/** The error branch as a file for people: the user's columns, and behind them what went wrong. */
export function errorCsv({ columns }: Pick<Table, 'columns'>, failed: readonly Claim[]): string {
	const header = [...columns, ...REASONS.map((name) => freeName(name, columns))];
	const rows = failed.map((claim) => [
		...columns.map((column) => cellOf(claim, column)),
		...REASONS.map((name) => textOf(name === 'message' ? claim.json[name] : errorOf(claim)[name])),
	]);
	// A spreadsheet would run a cell such as "=1+1"; the option puts an apostrophe in front of it.
	return stringify([header, ...rows], { escape_formulas: true });
}

/** The node's keys cover columns called `error` and `message`; it keeps those under `shadowed`. */
function cellOf(claim: Claim, column: string): string {
	const { shadowed } = errorOf(claim);
	const covered = (shadowed ?? {}) as Record<string, unknown>;
	return textOf(Object.hasOwn(covered, column) ? covered[column] : claim.json[column]);
}

/** HubSpot has a property `state`, so a user's column can have one of our names. */
function freeName(name: string, columns: readonly string[]): string {
	let free = name;
	while (columns.includes(free)) free = `error ${free}`;
	return free;
}

function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
