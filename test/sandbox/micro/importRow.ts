import { isJsonObject, type JsonObject } from '../json';
import { inWords, itemError } from './batchAnswer';
import { addOptions } from './convertValue';
import type { ImportOptions } from './importOptions';
import { judgeRecord } from './judgeRecord';
import type { ObjectType } from './objectTypes';
import type { Cause, Changes, StoredRecord, Values } from './store';
import type { World } from './world';

/** Records by the value rows are matched on; built anew whenever others may have written. */
export type KeyIndex = Map<string, StoredRecord[]>;

export interface ImportTask {
	type: ObjectType;
	options: ImportOptions;
	/** Made by this import itself. */
	made: Set<StoredRecord>;
}

export function buildIndex(world: World, task: ImportTask): KeyIndex {
	const index: KeyIndex = new Map();
	if (task.options.dedupeBy === undefined) return index;
	for (const record of world.store.records(task.type.name)) {
		if (!record.deleted) addToIndex(world, task, index, record);
	}
	return index;
}

/** One row: an entry of `results`, which has no status; it failed when it has an error. */
export function importRow(
	world: World,
	task: ImportTask,
	row: unknown,
	index: KeyIndex,
	cause: Cause,
): JsonObject {
	const { switches, store } = world;
	const { type, options } = task;
	const place = switches.inputIndex ? { input_index: cause.position } : {};
	const fail = (code: string, message: string): JsonObject => ({
		id: null,
		...place,
		error: itemError(switches, code, message),
	});
	if (!isJsonObject(row) || !('default' in row || 'list' in row)) {
		return fail('invalid_request', 'A row has to be an object with default or list');
	}
	const { createOptions, listId } = options;
	const fresh = judgeRecord(world, type, row, { record: undefined, createOptions, listId });
	if (fresh.problems.length > 0) return fail('invalid_request', inWords(fresh.problems));
	if (options.requireStage && !hasStage(world, listId, fresh.changes)) {
		return fail('invalid_request', 'The row has no stage for the list');
	}

	const matches = matchesOf(task, index, fresh.changes);
	if (matches.length > 1 && switches.severalMatches === 'error') {
		return fail('multiple_matches', 'Several records fit this row');
	}
	const record = matches[0];
	if (record === undefined) {
		addOptions(world, fresh.newOptions);
		const made = store.create(type.name, inList(fresh.changes, listId), cause);
		task.made.add(made);
		if (switches.repeatedRows === 'matchFirst') addToIndex(world, task, index, made);
		return { id: made.id, created: true, ...place };
	}
	if (!options.updateExisting) return { id: record.id, existing: true, ...place };

	const patch = judgeRecord(world, type, row, { record, createOptions, listId });
	if (patch.problems.length > 0) return fail('invalid_request', inWords(patch.problems));
	addOptions(world, patch.newOptions);
	store.update(record, inList(patch.changes, listId), cause);
	const existing = switches.updatedAlsoExisting ? { existing: true } : {};
	return { id: record.id, ...existing, updated: true, ...place };
}

/** Being imported into a list makes a record part of it, values or not. */
function inList(changes: Changes, listId: string | undefined): Changes {
	if (listId === undefined || changes.list[listId] !== undefined) return changes;
	return { ...changes, list: { ...changes.list, [listId]: {} } };
}

function hasStage(world: World, listId: string | undefined, { list }: Changes): boolean {
	if (listId === undefined) return true;
	const properties = world.types.lists.get(listId)?.properties.values() ?? [];
	const stage = [...properties].find(({ alias }) => alias === 'app_stage');
	return stage === undefined || (list[listId]?.[stage.slug] ?? null) !== null;
}

/** A row without the key is never a match, so it is created. */
function matchesOf({ options }: ImportTask, index: KeyIndex, changes: Changes): StoredRecord[] {
	const key = keyOf(options, changes);
	if (key === undefined) return [];
	// An update in between may have given a record another key.
	return (index.get(key) ?? []).filter((record) => keyOf(options, record) === key);
}

function addToIndex(world: World, task: ImportTask, index: KeyIndex, record: StoredRecord): void {
	if (world.switches.repeatedRows === 'createEach' && task.made.has(record)) return;
	const key = keyOf(task.options, record);
	if (key === undefined) return;
	const others = index.get(key);
	if (others === undefined) index.set(key, [record]);
	else others.push(record);
}

function keyOf(
	{ dedupeBy, caseInsensitive }: ImportOptions,
	{ default: values, list }: { default: Values; list: { readonly [id: string]: Values } },
): string | undefined {
	if (dedupeBy === undefined) return undefined;
	const { slug, listId } = dedupeBy;
	const value = (listId === null ? values : list[listId])?.[slug] ?? null;
	if (value === null) return undefined;
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return caseInsensitive ? text.toLowerCase() : text;
}
