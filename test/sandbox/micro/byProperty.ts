import { isJsonObject } from '../json';
import type { Answer } from '../vendor';
import { normaliseEmail } from './email';
import { isMulti, optionOf, type Property } from './property';
import { readBody } from './readBody';
import { badField, notFound, Refusal } from './refusal';
import { showRecord } from './showRecord';
import { createFrom, makeRecord, patchFrom, readRecordBody } from './single';
import type { StoredRecord } from './store';
import type { ObjectCall } from './world';

/** GET /{type}/by/{slug}/{value}: none 404, several 409, never the first of several. */
export function findBy(call: ObjectCall, slug: string, value: string): Answer {
	const property = lookup(call, slug);
	if (property === undefined) throw notFound(`The property ${slug}`);
	const record = onlyMatch(call, property, value);
	if (record === undefined) throw notFound('A record with this value');
	return { status: 200, headers: {}, body: showRecord(record, call.world.switches) };
}

/** PUT /{type}/by/{slug}/{value}: 200 patched, 201 created. */
export function upsertBy(call: ObjectCall, slug: string, value: string): Answer {
	const property = lookup(call, slug);
	if (property === undefined) throw badField('.params.slug', 'is not a property here', 'enum');
	const body = readRecordBody(call);
	const listId = property.listId ?? undefined;
	const record = onlyMatch(call, property, value);
	if (record !== undefined) return patchFrom(call, record, body, listId);

	const looked = { [slug]: typed(property, value) };
	const scope = property.listId === null ? 'default' : 'list';
	const given = body[scope] ?? {};
	if (!isJsonObject(given)) return createFrom(call, body, listId);
	const flat = property.listId === null || call.world.switches.listShape === 'flat';
	const inner = flat ? undefined : given[property.listId as string];
	const filled = flat
		? { ...looked, ...given }
		: {
				...given,
				[property.listId as string]: { ...looked, ...(isJsonObject(inner) ? inner : {}) },
			};
	return createFrom(call, { ...body, [scope]: filled }, listId);
}

/** POST /{type}/find-or-create, for the two types that have a natural key. */
export function findOrCreate(call: ObjectCall): Answer {
	const body = readBody(call.request, call.world.switches);
	const { match, defaults = {} } = body;
	if (!isJsonObject(match)) throw badField('.body.match', 'must be object', 'type');
	if (!isJsonObject(defaults)) throw badField('.body.defaults', 'must be object', 'type');
	const name = call.type.name === 'identity' ? 'email_address' : 'primary_domain';
	const value = match[name];
	if (typeof value !== 'string') throw badField(`.body.match.${name}`, 'must be string', 'type');

	const found = name === 'primary_domain' ? withDomain(call, value) : withAddress(call, value);
	if (found.length > 1) throw several();
	const { switches } = call.world;
	if (found[0] !== undefined) {
		const record = showRecord(found[0], switches);
		return { status: 200, headers: {}, body: { created: false, record } };
	}
	const keyed = name === 'primary_domain' ? { primary_domain: value, name: value } : {};
	const made = makeRecord(call, { default: { ...keyed, ...defaults } }, undefined);
	return { status: 201, headers: {}, body: { created: true, record: showRecord(made, switches) } };
}

function withDomain(call: ObjectCall, domain: string): StoredRecord[] {
	const lower = domain.toLowerCase();
	return live(call).filter(
		({ default: values }) => String(values['primary_domain'] ?? '').toLowerCase() === lower,
	);
}

/** An identity's addresses are the contacts it refers to. */
function withAddress(call: ObjectCall, address: string): StoredRecord[] {
	const { store } = call.world;
	const wanted = normaliseEmail(address);
	return live(call).filter(({ default: values }) => {
		const contacts = (values['email_addresses'] ?? []) as readonly string[];
		return contacts.some((id) => {
			const email = store.find('contact', id)?.default['email'];
			return typeof email === 'string' && normaliseEmail(email) === wanted;
		});
	});
}

const live = ({ world, type }: ObjectCall): StoredRecord[] =>
	[...world.store.records(type.name)].filter(({ deleted }) => !deleted);

/** The property meant; one that belongs to a list needs `?list_id=`. */
function lookup({ world, type, request }: ObjectCall, slug: string): Property | undefined {
	const listId = request.query.get('list_id');
	const list = listId === null ? undefined : world.types.lists.get(listId);
	const own = type.properties.get(slug);
	return own ?? (list?.objectType === type.name ? list.properties.get(slug) : undefined);
}

function onlyMatch(call: ObjectCall, property: Property, value: string): StoredRecord | undefined {
	const wanted = comparable(call, property, value);
	const { slug, listId, type } = property;
	const found = live(call).filter((record) => {
		const stored = (listId === null ? record.default : record.list[listId])?.[slug];
		if (isMulti(type)) return Array.isArray(stored) && stored.includes(wanted);
		return stored !== undefined && String(stored as string) === wanted;
	});
	if (found.length > 1) throw several();
	return found[0];
}

function comparable(call: ObjectCall, property: Property, value: string): string {
	if (property.email && call.world.switches.emails === 'normalised') return normaliseEmail(value);
	return optionOf(property, value)?.slug ?? value;
}

/** A path is text; the property may not be. */
function typed({ type }: Property, value: string): unknown {
	if (type === 'num' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
	if (type === 'bool' && (value === 'true' || value === 'false')) return value === 'true';
	return isMulti(type) ? [value] : value;
}

const several = (): Refusal =>
	new Refusal(409, 'multiple_matches', 'Several records have this value');
