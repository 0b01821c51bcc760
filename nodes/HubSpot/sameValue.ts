import { isOverlong } from '../bulk/isOverlong';

/**
 * Whether HubSpot holds a value already, in spite of writing it in its own way: numbers and dates come
 * back as text, and dates as ISO whatever form they were sent in. Whatever is in doubt is not the same.
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
 *
 * @param stored null: the property is empty; undefined: the answer does not mention it
 * @param type HubSpot's type of the property, where it is known
 */
export function isSameValue(sent: unknown, stored: unknown, type: string | undefined): boolean {
	if (typeof sent !== 'string') return false;
	if (stored === null || stored === '') return sent === '';
	if (typeof stored !== 'string') return false;
	if (sent === stored) return true;
	switch (type) {
		case 'number':
			return isNumber(sent) && isNumber(stored) && Number(sent) === Number(stored);
		case 'bool':
			return isBoolean(sent) && sent.toLowerCase() === stored.toLowerCase();
		case 'date':
		case 'datetime': {
			const [a, b] = [instantOf(sent), instantOf(stored)];
			return a !== undefined && a === b;
		}
		case 'enumeration':
			return isSameChoice(sent, stored);
		default:
			return false;
	}
}

/** Digits that a double holds exactly. */
function isNumber(text: string): boolean {
	return !isOverlong(text) && /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;
}

function isBoolean(text: string): boolean {
	return /^(true|false)$/i.test(text);
}

/** Milliseconds since the epoch as digits, an ISO date (midnight UTC), or an ISO date and time. */
function instantOf(text: string): number | undefined {
	if (/^-?\d{11,14}$/.test(text)) return Number(text);
	if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text)) {
		return undefined;
	}
	const instant = Date.parse(text);
	return Number.isNaN(instant) ? undefined : instant;
}

/** `;a;b` adds options to those that are chosen; otherwise the order of options says nothing. */
function isSameChoice(sent: string, stored: string): boolean {
	const held = new Set(stored.split(';'));
	const adds = sent.startsWith(';');
	const wanted = new Set((adds ? sent.slice(1) : sent).split(';'));
	return [...wanted].every((option) => held.has(option)) && (adds || wanted.size === held.size);
}
