import { isObject } from '../bulk/json';

/** As Brevo wants dates, and as it may give them back in another zone or precision. */
const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * Whether a stored attribute is the one that was sent, however it is written: dates are compared as
 * moments, lists of plain values as sets (a multiple choice has no order), null means that there is
 * nothing.
 */
export function isSameValue(sent: unknown, stored: unknown): boolean {
	if (isNothing(sent)) return isNothing(stored);
	if (Array.isArray(sent)) return Array.isArray(stored) && isSameList(sent, stored);
	if (isObject(sent)) return isObject(stored) && isSameObject(sent, stored);
	return isPlain(sent) && isPlain(stored) && isSamePlain(String(sent), String(stored));
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function isPlain(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isSamePlain(sent: string, stored: string): boolean {
	return sent === stored || (DATE_AND_TIME.test(sent) && Date.parse(sent) === Date.parse(stored));
}

function isSameList(sent: readonly unknown[], stored: readonly unknown[]): boolean {
	if ([...sent, ...stored].some((entry) => typeof entry === 'object')) {
		return (
			sent.length === stored.length && sent.every((entry, at) => isSameValue(entry, stored[at]))
		);
	}
	const holds = (list: readonly unknown[]) => (entry: unknown) =>
		list.some((other) => isSameValue(entry, other));
	return sent.every(holds(stored)) && stored.every(holds(sent));
}

function isSameObject(
	sent: Readonly<Record<string, unknown>>,
	stored: Readonly<Record<string, unknown>>,
): boolean {
	const names = new Set([...Object.keys(sent), ...Object.keys(stored)]);
	return [...names].every((name) => isSameValue(own(sent, name), own(stored, name)));
}

export function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}
