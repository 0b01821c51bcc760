import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/record';
import type { HubSpotGroup } from './group';
import { toPropertyValue } from './propertyValue';
import { readRecordId } from './recordId';

export interface Key {
	/** As it is sent. */
	readonly id: string;
	/** As it is compared. */
	readonly key: string;
}

/** Reads the ID field: a record id, or a value of the group's unique property. */
export function readKey(
	{ idProperty }: HubSpotGroup,
	value: unknown,
	idField: string,
): Key | Rejection {
	const text = toPropertyValue(value);
	if ('empty' in text)
		return rejection('MISSING_ID', 'the ID field is empty or not in the item', idField);
	if (idProperty === undefined) {
		const id = readRecordId(value);
		return 'problem' in id
			? rejection('INVALID_ID', id.problem, idField)
			: { id: id.id, key: id.id };
	}
	if ('problem' in text || typeof value === 'object' || hasLostDigits(value)) {
		return rejection('INVALID_ID', `expected a text or a number, found ${found(value)}`, idField);
	}
	// Whether HubSpot tells "A1" from "a1" is not documented: never both in one batch.
	return { id: text.text, key: text.text.toLowerCase() };
}

/** A number beyond 2^53 is not the one that was in the spreadsheet any more. */
function hasLostDigits(value: unknown): boolean {
	return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}
