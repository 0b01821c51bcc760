/**
 * An object's ID as fixed when it was made in Brevo: neither the name shown nor its plural.
 * Source: https://help.brevo.com/hc/en-us/articles/25588365458066-Create-custom-objects
 */
export function isObjectType(value: unknown): value is string {
	return typeof value === 'string' && /^[a-z][a-z0-9_]{0,31}$/.test(value);
}

export const OBJECT_TYPE_WORDS =
	'an object ID (lowercase letters, digits and underscores, at most 32, beginning with a letter)';

export function objectPath(objectType: string): string {
	return `/objects/${encodeURIComponent(objectType)}`;
}
