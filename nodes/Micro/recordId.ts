import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/record';
import { toPropertyValue } from './propertyValue';
import { readUuid } from './uuid';

/** A record's ID from the ID field, in lower case: the key of its record. */
export function readRecordId(
	value: unknown,
	idField: string,
): { readonly key: string } | Rejection {
	const key = readUuid(value);
	if (key !== undefined) return { key };
	if ('empty' in toPropertyValue(value)) {
		return rejection('MISSING_ID', 'the ID field is empty or not in the item', idField);
	}
	const message = `expected a record ID such as 11111111-1111-4111-8111-111111111111, found ${found(value)}`;
	return rejection('INVALID_ID', message, idField);
}
