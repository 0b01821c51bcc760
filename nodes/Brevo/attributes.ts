import type { EmptyValues } from '../bulk/emptyValues';
import type { IDataObject } from 'n8n-workflow';
import type { FieldPicker } from '../bulk/fields';
import type { JsonObject } from '../bulk/json';
import { rejection, type Rejection } from '../bulk/operation';
import { toAttributeValue } from './attributeValue';

/** Source: https://developers.brevo.com/reference/custom-objects/upsertrecords */
const MOST_ATTRIBUTES = 500;

/** The attributes of one record by key, each as JSON; `{}` where the item has no value to send. */
export function readAttributes(
	json: IDataObject,
	item: number,
	pick: FieldPicker,
	emptyValues: EmptyValues,
): { readonly attributes: JsonObject } | Rejection {
	const values = new Map<string, unknown>();
	const refused = pick(json, item, (name, raw) => {
		const read = toAttributeValue(raw);
		if ('problem' in read) return rejection('INVALID_VALUE', read.problem, name);
		if ('value' in read) values.set(name, read.value);
		else if (emptyValues === 'clear') values.set(name, null);
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
