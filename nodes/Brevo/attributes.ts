import type { IDataObject } from 'n8n-workflow';
import type { Notation } from '../bulk/convert/notation';
import type { EmptyValues } from '../bulk/emptyValues';
import type { FieldPicker } from '../bulk/fields';
import type { JsonObject } from '../bulk/json';
import { noteChange } from '../bulk/noteChange';
import type { Notes } from '../bulk/notes';
import { rejection, type Rejection } from '../bulk/record';
import { toAttributeValue } from './attributeValue';
import { convertAttribute } from './convertAttribute';
import type { SeenAttributes } from './seenAttributes';

/** Source: https://developers.brevo.com/reference/custom-objects/upsertrecords */
const MOST_ATTRIBUTES = 500;

/** How values become attributes. */
export interface AttributeRules {
	readonly emptyValues: EmptyValues;
	/** Undefined: values go as they are. */
	readonly notation: Notation | undefined;
	/** What is known of the attributes of an object type. */
	readonly seenOf: (objectType: string) => SeenAttributes | undefined;
}

/** The attributes of one record by key, each as JSON; `{}` where the item has no value to send. */
export function readAttributes(
	json: IDataObject,
	item: number,
	pick: FieldPicker,
	objectType: string,
	{ emptyValues, notation, seenOf }: AttributeRules,
	notes?: Notes,
): { readonly attributes: JsonObject } | Rejection {
	const seen = seenOf(objectType);
	const values = new Map<string, unknown>();
	const refused = pick(json, item, (name, raw) => {
		const kind = seen?.get(name)?.kind;
		const read = kind && notation ? convertAttribute(kind, raw, notation) : toAttributeValue(raw);
		if ('problem' in read) return rejection('INVALID_VALUE', read.problem, name);
		if ('value' in read) {
			values.set(name, read.value);
			noteChange(notes, name, raw, read.value);
		} else if (emptyValues === 'clear') values.set(name, null);
		else if (emptyValues === 'reject') return rejection('EMPTY_VALUE', 'the field is empty', name);
		return undefined;
	});
	if (refused) return refused;
	if (values.size > MOST_ATTRIBUTES) {
		const message = `a record takes at most ${MOST_ATTRIBUTES} attributes, found ${values.size}`;
		return rejection('TOO_MANY_ATTRIBUTES', message);
	}
	// Object.fromEntries makes `__proto__` a property like others.
	return { attributes: Object.fromEntries(values) };
}
