import { isJsonObject, type JsonObject } from '../json';
import type { NewOption, Problem } from './convertValue';
import { judgeValues } from './judgeValues';
import type { ObjectType } from './objectTypes';
import type { Changes, StoredRecord, Values } from './store';
import type { World } from './world';

export interface JudgedRecord {
	changes: Changes;
	problems: Problem[];
	newOptions: NewOption[];
}

export interface RecordOptions {
	/** The record as it is; undefined for one that is being made. */
	record: StoredRecord | undefined;
	createOptions?: boolean;
	/** List for slugs that stand in `list` without a list id. */
	listId?: string | undefined;
	/** Whether required properties must be there: on create, though not on import. */
	enforceRequired?: boolean;
}

const KNOWN = new Set(['id', 'default', 'list', 'extended']);

/** Judges `{default?, list?, extended?}`, the body of every write. */
export function judgeRecord(
	world: World,
	type: ObjectType,
	given: JsonObject,
	options: RecordOptions,
): JudgedRecord {
	const { switches } = world;
	const { record, createOptions = false } = options;
	const problems: Problem[] = [];
	const newOptions: NewOption[] = [];
	const list: { [listId: string]: Values } = {};

	if (given['extended'] !== undefined) {
		if (switches.extended === 'refuse') {
			problems.push({ field: 'extended', message: 'is not allowed', code: 'extended' });
		} else if (!isJsonObject(given['extended'])) problems.push(notObject('extended'));
	}
	const plain = judgeValues(world, type.properties, plainValues(world, given, problems), {
		current: record === undefined ? undefined : record.default,
		where: 'default',
		createOptions,
	});
	problems.push(...plain.problems);
	newOptions.push(...plain.newOptions);

	for (const [listId, values] of listsIn(world, type, given['list'], options.listId, problems)) {
		const judged = judgeValues(
			world,
			world.types.lists.get(listId)?.properties ?? new Map(),
			values,
			{
				current: record === undefined ? undefined : (record.list[listId] ?? {}),
				where: switches.listShape === 'flat' ? 'list' : `list.${listId}`,
				createOptions,
			},
		);
		list[listId] = judged.changes;
		problems.push(...judged.problems);
		newOptions.push(...judged.newOptions);
	}
	if (options.enforceRequired === true) findMissing(type, plain.changes, problems);
	return { changes: { default: plain.changes, list }, problems, newOptions };
}

function plainValues(world: World, given: JsonObject, problems: Problem[]): JsonObject {
	const plain = given['default'];
	if (plain !== undefined && !isJsonObject(plain)) problems.push(notObject('default'));
	const values = isJsonObject(plain) ? plain : {};
	if (world.switches.extraItemKeys === 'ignore') return values;
	const extra = Object.entries(given).filter(([key]) => !KNOWN.has(key));
	return extra.length === 0 ? values : { ...Object.fromEntries(extra), ...values };
}

/** The values of each list that is meant, whichever shape holds. */
function listsIn(
	world: World,
	type: ObjectType,
	given: unknown,
	contextId: string | undefined,
	problems: Problem[],
): Array<[string, JsonObject]> {
	if (given === undefined) return [];
	if (!isJsonObject(given)) {
		problems.push(notObject('list'));
		return [];
	}
	const found: Array<[string, JsonObject]> = [];
	if (world.switches.listShape === 'flat') {
		for (const [slug, value] of Object.entries(given)) {
			const home = world.types
				.listsOf(type.name)
				.find(({ id, properties }) => (contextId ?? id) === id && properties.has(slug));
			if (home !== undefined) found.push([home.id, { [slug]: value }]);
			else problems.push(unknown(`list.${slug}`, 'is not a property of a list'));
		}
		return together(found);
	}
	for (const [listId, values] of Object.entries(given)) {
		const list = world.types.lists.get(listId);
		if (list?.objectType !== type.name) {
			problems.push(unknown(`list.${listId}`, `is not a list of ${type.name} records`));
		} else if (!isJsonObject(values)) problems.push(notObject(`list.${listId}`));
		else found.push([listId, values]);
	}
	return found;
}

function together(found: Array<[string, JsonObject]>): Array<[string, JsonObject]> {
	const lists = new Map<string, JsonObject>();
	for (const [id, values] of found) lists.set(id, { ...lists.get(id), ...values });
	return [...lists];
}

function findMissing(type: ObjectType, changes: Values, problems: Problem[]): void {
	for (const { slug, required } of type.properties.values()) {
		const field = `default.${slug}`;
		if (!required || (changes[slug] ?? null) !== null) continue;
		if (problems.some((problem) => problem.field === field)) continue;
		problems.push({ field, message: 'is required', code: 'required' });
	}
}

const notObject = (field: string): Problem => ({ field, message: 'must be object', code: 'type' });
const unknown = (field: string, message: string): Problem => ({
	field,
	message,
	code: 'unknown_property',
});
