import type { ObjectType } from './objectTypes';
import { targetOf, type Property } from './property';
import type { StoredRecord } from './store';
import type { World } from './world';

/** Where a slug or a dot path leads: `company.name` is two properties. */
export function resolvePath(
	world: World,
	type: ObjectType,
	listId: string | undefined,
	path: string,
): Property[] | undefined {
	const found: Property[] = [];
	let home: ObjectType | undefined = type;
	for (const slug of path.split('.')) {
		const list = found.length === 0 && listId !== undefined ? world.types.lists.get(listId) : null;
		const property: Property | undefined = home?.properties.get(slug) ?? list?.properties.get(slug);
		if (property === undefined) return undefined;
		found.push(property);
		const target = targetOf(property.type);
		home = target === undefined ? undefined : world.types.types.get(target);
	}
	return found;
}

/** A stored value; undefined if it is not set. */
export function valueOf(record: StoredRecord, { slug, listId }: Property): unknown {
	if (slug === 'created_at') return record.createdAt;
	if (slug === 'updated_at') return record.updatedAt;
	return (listId === null ? record.default : record.list[listId])?.[slug];
}

/** All values at the end of a path, through every reference on the way; lists are opened. */
export function valuesAt(world: World, record: StoredRecord, path: readonly Property[]): unknown[] {
	const [property, ...rest] = path;
	if (property === undefined) return [];
	const value = valueOf(record, property);
	const values: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
	const target = targetOf(property.type);
	if (rest.length === 0 || target === undefined) return values;
	return values.flatMap((id) => {
		const next = world.store.find(target, String(id));
		return next === undefined || next.deleted ? [] : valuesAt(world, next, rest);
	});
}
