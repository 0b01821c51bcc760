import { found } from '../bulk/found';

/**
 * An attribute value as JSON: numbers, booleans, lists and objects keep their type, for Brevo takes no
 * text in place of a number. Empty means null, no text, only spaces or an empty list; what that leads
 * to is the user's choice (Empty Values).
 * Source: https://developers.brevo.com/docs/custom-objects-management
 */
export type AttributeValue =
	{ readonly value: unknown } | { readonly empty: true } | { readonly problem: string };

const EMPTY: AttributeValue = { empty: true };

export function toAttributeValue(value: unknown): AttributeValue {
	switch (typeof value) {
		case 'string':
			return value.trim() === '' ? EMPTY : { value: value.trim() };
		case 'number':
			return Number.isFinite(value) ? { value } : { problem: `expected a number, found ${value}` };
		case 'boolean':
			return { value };
		case 'undefined':
			return EMPTY;
		case 'object':
			if (value === null) return EMPTY;
			return Array.isArray(value) ? fromList(value) : fromObject(value);
		default:
			return { problem: `expected a value that JSON can hold, found a ${typeof value}` };
	}
}

function fromList(entries: unknown[]): AttributeValue {
	const list: unknown[] = [];
	for (const entry of entries) {
		const value = toAttributeValue(entry);
		if ('problem' in value) return value;
		if ('value' in value) list.push(value.value);
	}
	return list.length === 0 ? EMPTY : { value: list };
}

/** Dates, Luxon's included, become ISO 8601 with time and zone, the only form Brevo takes. */
function fromObject(value: object): AttributeValue {
	const { toJSON } = value as { toJSON?: unknown };
	if (typeof toJSON !== 'function') return isPlain(value) ? { value } : notPlain(value);
	const text: unknown = toJSON.call(value);
	if (typeof text === 'string') return toAttributeValue(text);
	return { problem: `expected a date, found ${found(text ?? value)} that is none` };
}

/** Sets, maps and bytes would become an empty object; items from other contexts have other prototypes. */
function isPlain(value: object): boolean {
	return Object.prototype.toString.call(value) === '[object Object]';
}

function notPlain(value: object): AttributeValue {
	const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
	return { problem: `expected a value that JSON can hold, found a ${kind}` };
}
