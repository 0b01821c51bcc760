import { toText, type FieldValue } from './fieldValue';

/**
 * A value of extra data. Talkdesk documents an object and nothing about its values; all samples hold
 * text. Text, numbers and booleans go as they are; what agents could not read (lists, objects) does not.
 */
export function toExtraValue(value: unknown): FieldValue<string | number | boolean> {
	if (typeof value === 'boolean') return { value };
	if (typeof value === 'number' && Number.isFinite(value)) return { value };
	return toText(value);
}
