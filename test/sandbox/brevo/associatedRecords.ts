import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { wholeNumber } from './query';
import { invalid, Refusal } from './refusal';
import type { StoredRecord } from './shelf';
import type { ObjectCall } from './world';

const PAGE = 20;
const MOST_TYPES = 5;
const SOURCES = ['id', 'ext_id', 'email', 'sms'] as const;

/** https://developers.brevo.com/reference/custom-objects/get-associated-records */
export function associatedRecords(call: ObjectCall): Answer {
	const { world, request, type } = call;
	const { query } = request;
	const wanted = typesWanted(call);
	const offset = wholeNumber(query, 'offset') ?? 0;
	const source = findSource(call);
	if (source === undefined) {
		if (type.standard || world.switches.unknownSource === 404) {
			throw new Refusal(404, 'document_not_found', `There is no such ${type.name}`);
		}
		return page([], offset);
	}
	const newestFirst = [...(source.links ?? [])].reverse();
	return page(
		wanted.length === 0 ? newestFirst : newestFirst.filter((one) => wanted.includes(one.type)),
		offset,
	);
}

function typesWanted({ world, request }: ObjectCall): string[] {
	const wanted = request.query.getAll('type');
	if (wanted.length > MOST_TYPES) throw invalid(`type: expected at most ${MOST_TYPES}`);
	const unknown = wanted.find((name) => world.types.find(name) === undefined);
	if (unknown !== undefined && world.switches.unknownTypeFilter === 400) {
		throw invalid('type: there is no such object type');
	}
	return wanted;
}

function findSource({ world, request, type }: ObjectCall): StoredRecord | undefined {
	const { query } = request;
	const given = SOURCES.filter((name) => query.has(name));
	const [by] = given;
	if (by === undefined || given.length > 1) {
		throw invalid('Exactly one of id, ext_id, email and sms is needed');
	}
	const shelf = world.store.shelf(type);
	if (by === 'id') return shelf.find(wholeNumber(query, 'id', 1) as number);
	const value = query.get(by) as string;
	if (by === 'ext_id') return shelf.find(value);
	if (type.name !== 'contact') throw invalid(`${by} is for contacts only`);
	const key = by.toUpperCase();
	for (const record of shelf.records.values()) {
		const found = record.attributes[key];
		if (typeof found === 'string' && same(by, found, value)) return record;
	}
	return undefined;
}

function same(by: 'email' | 'sms', one: string, other: string): boolean {
	return by === 'email' ? one.toLowerCase() === other.toLowerCase() : one === other;
}

function page(all: readonly StoredRecord[], offset: number): Answer {
	return {
		status: 200,
		headers: {},
		body: {
			items: all.slice(offset, offset + PAGE).map(present),
			has_more: all.length > offset + PAGE,
			offset,
		},
	};
}

function present({ type, id, extId, attributes, createdAt, updatedAt }: StoredRecord): JsonObject {
	if (type === 'contact') {
		const lowered = Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]);
		return { type, object: { id, attributes: Object.fromEntries(lowered) as JsonObject } };
	}
	return {
		type,
		object: {
			id,
			...(extId === undefined ? {} : { ext_id: extId }),
			attributes,
			created_at: createdAt,
			updated_at: updatedAt,
		},
	};
}
