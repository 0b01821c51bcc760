import { isJsonObject, type JsonObject } from '../json';
import type { ObjectType } from './objectTypes';
import type { Property } from './property';
import { badField } from './refusal';
import type { World } from './world';

export interface ImportOptions {
	dedupeBy: Property | undefined;
	caseInsensitive: boolean;
	listId: string | undefined;
	updateExisting: boolean;
	createOptions: boolean;
	requireStage: boolean;
}

const FIELD = '.body.options';

/** `options` of an import; camelCase amid snake_case is Micro's own. */
export function readImportOptions(world: World, type: ObjectType, body: JsonObject): ImportOptions {
	const given = body['options'] ?? {};
	if (!isJsonObject(given)) throw badField(FIELD, 'must be object', 'type');
	const newer = world.switches.newerImportOptions === 'honour';
	const listId = readListId(world, type, given);
	return {
		listId,
		dedupeBy: readDedupeBy(world, type, given['dedupe_by'], listId),
		caseInsensitive: flag(given, 'caseInsensitive', true),
		updateExisting: newer && flag(given, 'update_existing', false),
		createOptions: newer && flag(given, 'create_missing_options', false),
		requireStage: newer && flag(given, 'require_list_stage', false),
	};
}

function readListId(world: World, type: ObjectType, given: JsonObject): string | undefined {
	const old = world.switches.crmId === 'accept' ? given['crm_id'] : undefined;
	const listId = given['list_id'] ?? old;
	if (listId === undefined) return undefined;
	const list = typeof listId === 'string' ? world.types.lists.get(listId) : undefined;
	if (list?.objectType !== type.name) {
		throw badField(`${FIELD}.list_id`, `must be a list of ${type.name} records`, 'format');
	}
	return list.id;
}

function readDedupeBy(
	world: World,
	type: ObjectType,
	given: unknown,
	listId: string | undefined,
): Property | undefined {
	const field = `${FIELD}.dedupe_by`;
	if (given === undefined || given === null) return undefined;
	let slug: unknown = given;
	if (Array.isArray(given)) {
		if (world.switches.dedupeByArray === 'refuse') throw badField(field, 'must be string', 'type');
		if (given.length !== 1) throw badField(field, 'must have exactly one slug', 'maxItems');
		slug = given[0];
	}
	if (typeof slug !== 'string') throw badField(field, 'must be string', 'type');
	const list = listId === undefined ? undefined : world.types.lists.get(listId);
	const property = type.properties.get(slug) ?? list?.properties.get(slug);
	if (property === undefined) throw badField(field, `has no property ${slug}`, 'enum');
	return property;
}

function flag(given: JsonObject, name: string, otherwise: boolean): boolean {
	const value = given[name] ?? otherwise;
	if (typeof value !== 'boolean') throw badField(`${FIELD}.${name}`, 'must be boolean', 'type');
	return value;
}
