import { isObject, type JsonObject } from '../bulk/json';

/**
 * Adds to a set or takes from it, where a bare list would replace it.
 * Source: https://github.com/micro-so/micro-sdk-ts
 */
export interface Delta {
	readonly _op: 'append' | 'remove';
	readonly values: readonly unknown[];
}

/** Exactly `{ _op, values }`: a key more would mean something nobody knows. */
export function isDelta(value: JsonObject): value is JsonObject & Delta {
	const { _op: operation, values } = value;
	return (
		(operation === 'append' || operation === 'remove') &&
		Array.isArray(values) &&
		Object.keys(value).length === 2
	);
}

/**
 * Whether anything in an item adds to a set. Sent twice it may add twice; setting, clearing and
 * removing give the same result the second time.
 */
export function holdsAppend(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(holdsAppend);
	// Dates, Luxon's included, hold much and mean a text.
	if (!isObject(value) || typeof value.toJSON === 'function') return false;
	return value._op === 'append' || Object.values(value).some(holdsAppend);
}
