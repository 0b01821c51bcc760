import { asObject, textOf, type JsonObject } from '../bulk/json';
import type { HubSpotRecords, Match } from './settle';

type Values = ReadonlyMap<string, string>;

/** Records that were sent with the very same values: which of them a result belongs to is all one. */
interface Alike {
	readonly values: Values;
	readonly positions: number[];
}

/**
 * Finds out which result belongs to which record where HubSpot makes the id. Results come in any
 * order and need not carry trace ids, but they hold the values that were sent. Where HubSpot writes a
 * value in another way, the closest pair counts, if it is closest from both ends.
 *
 * When there are as many new records as are left to be confirmed, all of those are written, also the
 * ones whose result cannot be told from others: they get the values sent, without an id.
 */
export const matchBySentValues: Match = (results, records, failed) => {
	const matched = new Map<number, JsonObject>();
	const created = distinct(results);
	// More than was sent: some of it is not true, and nobody can tell which.
	if (created.length + failed.size > records.length) {
		for (const position of failed) matched.set(position, {});
	}
	const { open, confirmed } = takeTraced(created, records, failed, matched);
	const classes = classesOf(records, (position) => !failed.has(position) && !matched.has(position));
	const rest = confirmed.filter((result) => !takeEqual(result, classes, matched));
	const undecided = takeClosest(rest, classes, matched);
	const left = classes.flatMap(({ positions }) => positions);
	const [onlyResult, onlyPosition] = [undecided[0], left[0]];
	if (undecided.length !== left.length || open < confirmed.length) return matched;
	if (left.length === 1 && onlyResult !== undefined && onlyPosition !== undefined) {
		matched.set(onlyPosition, onlyResult);
		return matched;
	}
	for (const { values, positions } of classes) {
		for (const position of positions.splice(0)) {
			matched.set(position, { properties: Object.fromEntries(values) });
		}
	}
	return matched;
};

/** Each record once; a record without an id of HubSpot's form proves nothing. */
function distinct(results: readonly JsonObject[]): JsonObject[] {
	const byId = new Map<string, JsonObject>();
	for (const result of results) {
		const id = textOf(result.id) ?? '';
		if (/^\d+$/.test(id) && !byId.has(id)) byId.set(id, result);
	}
	return [...byId.values()];
}

/** Results that carry the trace id of their record need no guess. */
function takeTraced(
	results: readonly JsonObject[],
	records: HubSpotRecords,
	failed: ReadonlySet<number>,
	matched: Map<number, JsonObject>,
) {
	const byTrace = new Map(records.map(({ item }, position) => [String(item), position]));
	const confirmed = results.filter((result) => {
		const position = byTrace.get(textOf(result.objectWriteTraceId) ?? '');
		if (position === undefined || failed.has(position)) return true;
		matched.set(position, result);
		return false;
	});
	const settled = new Set([...failed, ...matched.keys()]);
	return { open: records.length - settled.size, confirmed };
}

function classesOf(records: HubSpotRecords, isOpen: (position: number) => boolean): Alike[] {
	const classes = new Map<string, Alike>();
	records.forEach(({ json }, position) => {
		if (!isOpen(position)) return;
		const values = valuesOf(asObject(JSON.parse(json)));
		const signature = JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
		const alike = classes.get(signature) ?? { values, positions: [] };
		alike.positions.push(position);
		classes.set(signature, alike);
	});
	// The record with the most values first: a result with all of them belongs to it.
	return [...classes.values()].sort((a, b) => b.values.size - a.values.size);
}

/** As far as HubSpot may change how a value is written: e-mails come back in lower case. */
function valuesOf({ properties }: JsonObject): Values {
	return new Map(
		Object.entries(asObject(properties)).flatMap(([name, value]) =>
			typeof value === 'string' ? [[name, value.trim().toLowerCase()]] : [],
		),
	);
}

function equalValues(result: Values, sent: Values): number {
	let equal = 0;
	for (const [name, value] of sent) if ((result.get(name) ?? '') === value) equal += 1;
	return equal;
}

function takeEqual(
	result: JsonObject,
	classes: readonly Alike[],
	matched: Map<number, JsonObject>,
): boolean {
	const values = valuesOf(result);
	const alike = classes.find(
		({ values: sent, positions }) =>
			positions.length > 0 && equalValues(values, sent) === sent.size,
	);
	const position = alike?.positions.shift();
	if (position === undefined) return false;
	matched.set(position, result);
	return true;
}

/** Pairs that have more in common with each other than with anybody else. @returns the rest */
function takeClosest(
	results: readonly JsonObject[],
	classes: readonly Alike[],
	matched: Map<number, JsonObject>,
): JsonObject[] {
	const open = classes.filter(({ positions }) => positions.length > 0);
	const common = results.map((result) => {
		const values = valuesOf(result);
		return open.map(({ values: sent }) => equalValues(values, sent));
	});
	const ofClass = open.map((_, column) => common.map((row) => row[column] ?? 0));
	return results.filter((result, row) => {
		const column = best(common[row] ?? []);
		const alike = column === undefined ? undefined : open[column];
		if (column === undefined || alike?.positions.length !== 1) return true;
		if (best(ofClass[column] ?? []) !== row) return true;
		matched.set(alike.positions.splice(0)[0] ?? 0, result);
		return false;
	});
}

/** Where the one greatest number stands; undefined where there is none, or more than one. */
function best(numbers: readonly number[]): number | undefined {
	const most = Math.max(0, ...numbers);
	const at = numbers.indexOf(most);
	return most > 0 && at === numbers.lastIndexOf(most) ? at : undefined;
}
