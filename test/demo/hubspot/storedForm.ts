import type { Row } from '../table';
import type { Property } from './schema';

/** Columns HubSpot fills by itself; exports contain them and nobody can set them. */
export const SET_BY_HUBSPOT: ReadonlySet<string> = new Set([
	'hs_object_id',
	'lastmodifieddate',
	'hs_lastmodifieddate',
]);

/** Whether a stored value is what HubSpot makes of a cell, by its documentation of property types. */
export function isStoredFormOf(
	property: Property | undefined,
	cell: string,
	stored: string,
	record: Row,
): boolean {
	const sent = cell.trim();
	if (stored === sent) return true;
	if (property === undefined) return false;
	if (property.name === 'email') return isEmailOf(sent.toLowerCase(), stored, record);
	if (property.name === 'lifecyclestage') return !isBefore(property, stored, sent);
	if (property.type === 'date') return stored === dayOf(sent);
	if (property.type === 'datetime') return Date.parse(stored) === momentOf(sent);
	if (property.fieldType === 'checkbox' && sent.startsWith(';')) return hasAll(stored, sent);
	return false;
}

/** A further address of the same contact does not replace the first. */
function isEmailOf(sent: string, stored: string, record: Row) {
	const further = String(record['hs_additional_emails'] ?? '')
		.toLowerCase()
		.split(';');
	return stored === sent || further.some((address) => address.trim() === sent);
}

/** Stages only move forward; an earlier one is ignored without a word. */
function isBefore({ options }: Property, stored: string, sent: string): boolean {
	const order = options.map(({ value }) => value);
	return order.indexOf(stored) < order.indexOf(sent) || !order.includes(sent);
}

const isNumber = (text: string): boolean => /^-?[0-9]+$/.test(text);

function momentOf(sent: string): number {
	return isNumber(sent) ? Number(sent) : Date.parse(sent);
}

function dayOf(sent: string): string | undefined {
	const day = new Date(isNumber(sent) ? Number(sent) : NaN);
	return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
}

/** A leading semicolon adds to what is ticked. */
function hasAll(stored: string, sent: string): boolean {
	const ticked = stored.split(';');
	return sent.split(';').every((value) => value === '' || ticked.includes(value));
}
