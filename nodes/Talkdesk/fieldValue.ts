import { found } from '../bulk/found';

/** A value as Talkdesk takes it. Empty: null, no text or only spaces. */
export type FieldValue<T> =
	{ readonly value: T } | { readonly empty: true } | { readonly problem: string };

/** Text without spaces around it; numbers and dates in their text form. */
export function toText(value: unknown): FieldValue<string> {
	const text = textOf(value);
	if (text === undefined) return { problem: `expected a text, found ${found(value)}` };
	return text === '' ? { empty: true } : { value: text };
}

function textOf(value: unknown): string | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	// Dates, Luxon's included, know their own text form.
	const toJson = (value as { toJSON?: unknown }).toJSON;
	const text: unknown = typeof toJson === 'function' ? toJson.call(value) : undefined;
	return typeof text === 'string' ? text : undefined;
}
