import { found } from '../bulk/found';
import type { BulkRecord } from '../bulk/record';
import type { HubSpotGroup } from './group';

/** The one built-in property that finds contacts, although it is not declared unique. */
export function isContactEmail(idProperty: string): boolean {
	return idProperty === 'email';
}

/** The sentence for an id that finds no record. */
export function notFound({ group, key }: BulkRecord<HubSpotGroup>): string {
	const { idProperty, objectType } = group;
	const what = idProperty === undefined ? 'the ID' : `the ${idProperty}`;
	return `no record among ${objectType} has ${what} ${found(key)}, or it is archived`;
}
