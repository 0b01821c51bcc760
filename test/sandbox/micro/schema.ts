import { isJsonObject, type JsonObject } from '../json';
import type { Answer } from '../vendor';
import { judgeRecord } from './judgeRecord';
import type { ObjectType, RecordList } from './objectTypes';
import type { Property } from './property';
import { readBody } from './readBody';
import { badField, notFound } from './refusal';
import type { ObjectCall, TeamCall } from './world';

/** GET /{type}/properties and /properties: object type → property UUID → property. */
export function listProperties(call: TeamCall, types: readonly ObjectType[]): Answer {
	const { query } = call.request;
	const term = query.get('term')?.toLowerCase() ?? '';
	const listId = query.get('list_id');
	const always = call.world.switches.optionsInProperties === 'always';
	const options = always || query.get('include_options') === 'true';
	const body: JsonObject = {};
	for (const type of types) {
		const shown: JsonObject = {};
		const lists = call.world.types
			.listsOf(type.name)
			.filter(({ id }) => listId === null || listId === id);
		for (const { properties } of [type, ...lists]) {
			for (const property of properties.values()) {
				if (`${property.slug} ${property.name}`.toLowerCase().includes(term)) {
					shown[property.id] = showProperty(property, options);
				}
			}
		}
		body[type.name] = shown;
	}
	return { status: 200, headers: {}, body };
}

function showProperty(property: Property, withOptions: boolean): JsonObject {
	const { id, slug, name, type, options, listId, required, locked, native, alias } = property;
	return {
		id,
		slug,
		name,
		type,
		...(withOptions && type.includes('select') ? { options } : {}),
		...(listId === null ? {} : { list_id: listId }),
		required,
		locked,
		native,
		role_id: null,
		alias,
	};
}

/** POST /{type}/properties/validate: a dry run. */
export function validateProperties(call: ObjectCall): Answer {
	const { world, type, request } = call;
	const { scope, operation, properties } = readBody(request, world.switches);
	if (!isJsonObject(properties)) throw badField('.body.properties', 'must be object', 'type');
	const list = typeof scope === 'string' ? world.types.lists.get(scope) : undefined;
	const flat = world.switches.listShape === 'flat';
	const body =
		list === undefined
			? { default: properties }
			: { list: flat ? properties : { [list.id]: properties } };
	const { problems } = judgeRecord(world, type, body, {
		record: undefined,
		enforceRequired: operation === 'create' && list === undefined,
	});
	const errors = problems.map(({ field, message, code }) => ({
		field: field.slice(field.lastIndexOf('.') + 1),
		code,
		message,
	}));
	return { status: 200, headers: {}, body: { valid: errors.length === 0, errors } };
}

const showList = ({ id, name, objectType }: RecordList): JsonObject => ({
	id,
	name,
	object_type: objectType,
});

/** GET /lists */
export function listLists({ world }: TeamCall): Answer {
	return {
		status: 200,
		headers: {},
		body: { data: [...world.types.lists.values()].map(showList) },
	};
}

/** GET /lists/{id} */
export function oneList({ world }: TeamCall, id: string): Answer {
	const list = world.types.lists.get(id);
	if (list === undefined) throw notFound('The list');
	return { status: 200, headers: {}, body: showList(list) };
}
