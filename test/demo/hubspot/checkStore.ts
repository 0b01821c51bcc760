import type { Sandbox } from '../../sandbox';
import { stateOf, type Claim, type Claims } from '../claims';
import { shown } from '../shown';
import type { Row, Table } from '../table';
import { recordIdOf } from './recordId';
import type { Schema } from './schema';
import { isStoredFormOf, SET_BY_HUBSPOT } from './storedForm';

/** What the judge knows besides the claims. */
export interface Evidence {
	readonly sandbox: Sandbox;
	readonly table: Table;
	readonly idField: string;
	readonly schema: Schema;
	/** Ids that merges made stale: HubSpot neither writes nor mentions them. */
	readonly merged: ReadonlySet<string>;
	/** Rows that HubSpot has a reason to refuse; undefined where nobody knows. */
	readonly spoilt: ReadonlySet<number> | undefined;
}

/**
 * Holds the claims against the store and its log of writes, where each write bears the number of its
 * item. Uses none of the node's code. One sentence per disagreement.
 */
export function checkStore(evidence: Evidence, claims: Claims): string[] {
	const writes = writesByItem(evidence);
	return [
		...checkWrites(evidence, writes),
		...claims.success.flatMap((claim) => checkSuccess(evidence, writes, claim)),
		...claims.failed.flatMap((claim) => checkFailure(evidence, writes, claim)),
		...checkValues(evidence, claims, writes),
	];
}

/** The calls that wrote an item, by item. */
type Writes = ReadonlyMap<number, ReadonlyArray<{ id: string; callIndex: number }>>;

function writesByItem({ sandbox }: Evidence): Writes {
	const byItem = new Map<number, Array<{ id: string; callIndex: number }>>();
	for (const { traceId, id, callIndex } of sandbox.hubspot.store.writes) {
		const item = traceId === undefined ? NaN : Number(traceId);
		const known = byItem.get(item);
		if (known) known.push({ id, callIndex });
		else byItem.set(item, [{ id, callIndex }]);
	}
	return byItem;
}

const idOf = ({ table, idField }: Evidence, item: number): string | undefined =>
	recordIdOf(table.rows[item]?.[idField]);

/** Whatever was written has a row, went to that row's record, and went twice only for a reason. */
function checkWrites(evidence: Evidence, writes: Writes): string[] {
	const { calls, hubspot } = evidence.sandbox;
	const wrong = hubspot.store.writes
		.filter(({ operation, type }) => operation !== 'update' || type !== 'contacts')
		.map(({ operation, type, id }) => `HubSpot logged a ${operation} of ${id} in ${type}`);
	for (const [item, times] of writes) {
		const own = idOf(evidence, item);
		for (const { id } of times) {
			if (id !== own) wrong.push(`A write to ${id} bears the number of item ${item} (${own})`);
		}
		// Written again is right only where the answer to the write before was spoilt.
		for (const { callIndex } of times.slice(0, -1)) {
			if (calls[callIndex]?.fault === undefined) {
				wrong.push(`Item ${item} was written again although request ${callIndex} was answered`);
			}
		}
	}
	return wrong;
}

function checkSuccess(evidence: Evidence, writes: Writes, { item, json }: Claim): string[] {
	if (item === undefined) return [];
	const id = idOf(evidence, item);
	if (id === undefined) return [`Item ${item} counts as written and has no record ID`];
	if (json['id'] !== id) {
		return [`Item ${item} is for record ${id} and came out as record ${shown(json['id'])}`];
	}
	return writes.has(item) ? [] : [`Item ${item} counts as written, and HubSpot never wrote it`];
}

function checkFailure(evidence: Evidence, writes: Writes, claim: Claim): string[] {
	const { item } = claim;
	if (item === undefined) return [];
	const state = stateOf(claim);
	const id = idOf(evidence, item);
	const written = writes.has(item);
	if (id !== undefined && evidence.merged.has(id)) {
		if (written) return [`Item ${item} was written to ${id}, which was merged away`];
		return state === 'rejected'
			? [`Item ${item} (${id}, merged away) is ${state}, and HubSpot never said so`]
			: [];
	}
	if (written && state !== 'unconfirmed') {
		return [`Item ${item} counts as ${state}, and HubSpot wrote it`];
	}
	return state === 'rejected' && evidence.spoilt?.has(item) === false
		? [`Item ${item} is rejected, and nothing is wrong with it`]
		: [];
}

/** Each record holds, for each property, the cell of the last row that was written to it. */
function checkValues(evidence: Evidence, claims: Claims, writes: Writes): string[] {
	const { table, schema, sandbox } = evidence;
	const succeeded = new Set(claims.success.map(({ item }) => item));
	const expected = new Map<string, Map<string, { cell: string; item: number }>>();
	table.rows.forEach((row, item) => {
		const id = idOf(evidence, item);
		if (id === undefined || !(succeeded.has(item) || writes.has(item))) return;
		let cells = expected.get(id);
		if (cells === undefined) expected.set(id, (cells = new Map()));
		for (const [name, cell] of cellsToWrite(evidence, row)) cells.set(name, { cell, item });
	});
	return [...expected].flatMap(([id, cells]) => {
		const record = sandbox.hubspot.store.get('contacts', id);
		if (record === undefined) return [`Record ${id} counts as written and is not in HubSpot`];
		return [...cells].flatMap(([name, { cell, item }]) => {
			const stored = record[name] ?? '';
			if (isStoredFormOf(schema.get(name), cell, stored, record)) return [];
			return [
				`Record ${id} has ${name} ${shown(stored)}, and item ${item} sent ${shown(cell.trim())}`,
			];
		});
	});
}

/** Blank cells leave what is stored as it is. */
function cellsToWrite({ idField }: Evidence, row: Row): Array<[string, string]> {
	return Object.entries(row).filter(
		([name, cell]) => name !== idField && !SET_BY_HUBSPOT.has(name) && cell.trim() !== '',
	);
}
