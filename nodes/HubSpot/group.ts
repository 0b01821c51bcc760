import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/record';
import { isObjectType } from './objectTypes';

/** What the records of one request share. */
export interface HubSpotGroup {
	readonly objectType: string;
	/** Unique property that `id` is a value of; undefined: `id` is the record id. */
	readonly idProperty: string | undefined;
}

export interface GroupParameters {
	readonly objectType: (item: number) => unknown;
	readonly idProperty: (item: number) => unknown;
}

/** One object per (object type, id property), so that batches can be told apart by identity. */
export function groupReader({ objectType, idProperty }: GroupParameters) {
	const groups = new Map<string, HubSpotGroup>();
	return (item: number): HubSpotGroup | Rejection => {
		const type = objectType(item);
		if (!isObjectType(type)) {
			const message = `expected a HubSpot object type, found ${found(type)}`;
			return rejection('INVALID_OBJECT_TYPE', message, 'Object Type');
		}
		const property = idProperty(item) ?? '';
		if (typeof property !== 'string') {
			const message = `expected a property name, found ${found(property)}`;
			return rejection('INVALID_ID_PROPERTY', message, 'ID Property');
		}
		// HubSpot refuses its own record id as an id property: it must be left out instead.
		const name = property.trim() === 'hs_object_id' ? '' : property.trim();
		const key = `${type}/${name}`;
		const known = groups.get(key);
		if (known) return known;
		const group = { objectType: type, idProperty: name === '' ? undefined : name };
		groups.set(key, group);
		return group;
	};
}
