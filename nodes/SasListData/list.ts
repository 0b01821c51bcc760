import { found } from '../bulk/found';
import { asObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import { rejection, type Rejection } from '../bulk/record';

/**
 * A list as SAS defines it; columns are to be had nowhere else.
 * Source: https://developer.sas.com/rest-apis/listData/getList
 */
export interface SasList {
	readonly id: string;
	readonly state: string;
	/** Loaded once, never changed after that. */
	readonly isImmutable: boolean;
	/** An upsert always inserts, and rows can only be told apart by all their values. */
	readonly duplicateKeysEnabled: boolean;
	/** By name, which SAS tells apart by case, in the list's order. */
	readonly columns: ReadonlyMap<string, SasColumn>;
	/** In the order of the composite key. */
	readonly keys: readonly SasColumn[];
}

export interface SasColumn {
	readonly name: string;
	/** The only two types there are: dates and booleans are text. */
	readonly dataType: 'string' | 'number';
	readonly isKey: boolean;
	/** Reading shows its values redacted. */
	readonly isMasked: boolean;
}

/** Letters, digits and hyphens, as in the UUIDs SAS gives: nothing that could steer a path. */
export function isListId(value: unknown): value is string {
	return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/.test(value);
}

/** Reads the ID of a list as a parameter gives it. */
export function readListId(id: unknown): { readonly id: string } | Rejection {
	if (isListId(id)) return { id };
	return rejection('INVALID_LIST', `expected the ID of a list, found ${found(id)}`, 'List');
}

export function listPath(id: string): string {
	return `/listData/lists/${encodeURIComponent(id)}`;
}

export function isSameId(a: string, b: unknown): boolean {
	return typeof b === 'string' && a.toLowerCase() === b.toLowerCase();
}

/** Reads a list's definition, or says why records cannot be checked against it. */
export function readList(body: JsonObject, id: string): SasList | Rejection {
	if (!isSameId(id, body.id)) return unreadable(`its ID is ${found(body.id)}`);
	const { duplicateKeysEnabled = false, isImmutable = false } = body;
	// Decides whether a request can be repeated: better nothing is sent than a guess.
	if (typeof duplicateKeysEnabled !== 'boolean') {
		return unreadable(`duplicateKeysEnabled is ${found(duplicateKeysEnabled)}`);
	}
	const columns = new Map<string, SasColumn>();
	const keys: Array<{ readonly column: SasColumn; readonly position: number }> = [];
	for (const entry of objectsIn(body.columns)) {
		const column = readColumn(entry);
		if ('rejected' in column) return column;
		columns.set(column.name, column);
		if (column.isKey) keys.push({ column, position: Number(entry.keyPosition) });
	}
	if (keys.length === 0) return unreadable('it has no key column');
	keys.sort((a, b) => a.position - b.position);
	return {
		id,
		state: textOf(body.state) ?? 'unknown',
		isImmutable: isImmutable === true,
		duplicateKeysEnabled,
		columns,
		keys: keys.map(({ column }) => column),
	};
}

function readColumn(entry: JsonObject): SasColumn | Rejection {
	const { name, dataType, isKey = false } = entry;
	if (typeof name !== 'string' || name === '') return unreadable('a column has no name');
	if (dataType !== 'string' && dataType !== 'number') {
		return unreadable(`the column ${name} has the type ${found(dataType)}`);
	}
	if (typeof isKey !== 'boolean') {
		return unreadable(`whether the column ${name} is a key is ${found(isKey)}`);
	}
	const isMasked = Object.keys(asObject(entry.dataMask)).length > 0;
	return { name, dataType, isKey, isMasked };
}

function unreadable(what: string): Rejection {
	const message = `the definition of the list cannot be used: ${what}`;
	return rejection('UNREADABLE_LIST', message, 'List');
}
