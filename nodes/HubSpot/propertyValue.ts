import { found } from '../bulk/found';
import { plainNumber } from '../bulk/plainNumber';

/**
 * A property value as HubSpot's batch calls want it: always text. Empty means null, no text, only
 * spaces or an empty list; what that leads to is the user's choice (Empty Values).
 */
export type PropertyValue =
	{ readonly text: string } | { readonly empty: true } | { readonly problem: string };

/** Source: https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide */
const LONGEST_TEXT = 65_536;
const EMPTY: PropertyValue = { empty: true };

export function toPropertyValue(value: unknown): PropertyValue {
	switch (typeof value) {
		case 'string':
			return fromText(value);
		case 'number':
			if (!Number.isFinite(value)) return { problem: `expected a number, found ${value}` };
			return { text: plainNumber(value) };
		case 'boolean':
		case 'bigint':
			return { text: String(value) };
		case 'undefined':
			return EMPTY;
		case 'object':
			if (value === null) return EMPTY;
			return Array.isArray(value) ? fromList(value) : fromObject(value);
		default:
			return { problem: `expected text, found a ${typeof value}` };
	}
}

function fromText(value: string): PropertyValue {
	const text = value.trim();
	if (text === '') return EMPTY;
	if (text.length <= LONGEST_TEXT) return { text };
	return { problem: `a text holds at most ${LONGEST_TEXT} characters, found ${text.length}` };
}

/** Checkbox properties take `a;b;c`. */
function fromList(values: unknown[]): PropertyValue {
	const texts = new Set<string>();
	for (const entry of values) {
		if (typeof entry === 'object' && entry !== null) {
			return { problem: `expected a list of values, found ${found(entry)} in it` };
		}
		const value = toPropertyValue(entry);
		if ('problem' in value) return value;
		if ('empty' in value) continue;
		if (value.text.includes(';')) {
			return { problem: `";" separates the values of a list, found ${found(value.text)} in it` };
		}
		texts.add(value.text);
	}
	return texts.size === 0 ? EMPTY : fromText([...texts].join(';'));
}

/** Dates, Luxon's included, know their own text form; other objects have none that HubSpot takes. */
function fromObject(value: object): PropertyValue {
	const toJson = (value as { toJSON?: unknown }).toJSON;
	const text: unknown = typeof toJson === 'function' ? toJson.call(value) : undefined;
	if (typeof text === 'string') return fromText(text);
	return { problem: `expected a text, a number, a date or a list, found ${found(value)}` };
}
