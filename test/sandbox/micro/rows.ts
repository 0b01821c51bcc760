import type { JsonObject } from '../json';
import type { ObjectType } from './objectTypes';
import { valueOf } from './paths';
import { targetOf, type Property } from './property';
import type { StoredRecord } from './store';
import type { World } from './world';

/** Selected slugs, with what was selected behind a reference. */
export type Selection = Map<string, { property: Property; behind: Selection }>;

/** Joins paths that have been resolved: `company.name` and `company.city` share `company`. */
export function selectionOf(paths: ReadonlyArray<readonly Property[]>): Selection {
	const whole: Selection = new Map();
	for (const path of paths) {
		let level = whole;
		for (const property of path) {
			let entry = level.get(property.slug);
			if (entry === undefined) {
				entry = { property, behind: new Map() };
				level.set(property.slug, entry);
			}
			level = entry.behind;
		}
	}
	return whole;
}

export const everything = (type: ObjectType): Selection =>
	selectionOf([...type.properties.values()].map((property) => [property]));

/** A row of query and list: `properties`, where writes and single reads say `default`. */
export function showRow(world: World, record: StoredRecord, selection: Selection): JsonObject {
	const properties: JsonObject = {};
	for (const [slug, { property, behind }] of selection) {
		const value = valueOf(record, property);
		const target = targetOf(property.type);
		if (value === undefined) properties[slug] = null;
		else if (target === undefined) properties[slug] = value;
		else if (Array.isArray(value)) {
			properties[slug] = value.map((id) => nested(world, target, String(id), behind));
		} else properties[slug] = nested(world, target, value as string, behind);
	}
	return { id: record.id, properties };
}

function nested(world: World, target: string, id: string, behind: Selection): JsonObject {
	const record = world.store.find(target, id);
	if (record === undefined || record.deleted) return { id, properties: {} };
	return showRow(world, record, behind);
}
