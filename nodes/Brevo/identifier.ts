import type { IDataObject } from 'n8n-workflow';
import { pathReader } from '../bulk/dataPath';
import { found } from '../bulk/found';
import { isOverlong } from '../bulk/isOverlong';
import { rejection, type Rejection } from '../bulk/record';

/**
 * How Brevo knows a record: its own number, or the user's text. For companies and deals the ID that
 * Brevo made is a text and travels as `ext_id`. Never both: what then happens is not settled.
 * Source: https://developers.brevo.com/reference/custom-objects/upsertrecords
 */
export type Identifier = { readonly id: number } | { readonly ext_id: string };

export type IdentifiedBy = 'id' | 'extId';

export type IdentifierReading =
	Identifier | { readonly empty: true } | { readonly problem: string };

/** Reads an identifier from an input field; empty: null, no text or only spaces. */
export function readIdentifier(kind: IdentifiedBy, value: unknown): IdentifierReading {
	const given = typeof value === 'string' ? value.trim() : (value ?? '');
	if (given === '') return { empty: true };
	return kind === 'id' ? readId(given) : readExtId(given);
}

/**
 * Digits only. Spreadsheets turn IDs into numbers, so `123.0` is taken for 123. Brevo wants a JSON
 * number, and one beyond 2^53 would lose digits on its way.
 */
function readId(value: unknown): IdentifierReading {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	const digits = isOverlong(text) ? undefined : /^0*([1-9]\d*)(\.0+)?$/.exec(text)?.[1];
	const id = Number(digits);
	if (Number.isSafeInteger(id)) return { id };
	return { problem: `expected a Brevo ID (digits only, below 2^53), found ${found(value)}` };
}

function readExtId(value: unknown): IdentifierReading {
	if (typeof value === 'string') return { ext_id: value };
	if (Number.isSafeInteger(value)) return { ext_id: String(value) };
	return { problem: `expected a text or a whole number, found ${found(value)}` };
}

/** Tells identifiers of one kind apart. Nothing says that Brevo ignores case in an `ext_id`. */
export function keyOf(identifier: Identifier): string {
	return 'id' in identifier ? String(identifier.id) : identifier.ext_id;
}

/** Reads the identifier of an item, which must have one. */
export function identifierReader(
	kind: IdentifiedBy,
	idField: string,
): (json: IDataObject) => Identifier | Rejection {
	const read = pathReader(idField);
	return (json) => {
		const id = readIdentifier(kind, read(json));
		if ('empty' in id) {
			return rejection('MISSING_ID', 'the ID field is empty or not in the item', idField);
		}
		return 'problem' in id ? rejection('INVALID_ID', id.problem, idField) : id;
	};
}
