import type { IDataObject } from 'n8n-workflow';
import type { EmptyValues } from '../bulk/emptyValues';
import type { FieldPicker } from '../bulk/fields';
import { rejection, type Rejection } from '../bulk/operation';
import { toPropertyValue } from './propertyValue';

export type Properties = Record<string, string>;

/** HubSpot refuses these in every write; exported rows have them, so they are left out. */
const NEVER_WRITABLE = new Set(['hs_object_id', 'hs_lastmodifieddate', 'lastmodifieddate']);

/** Makes the map of property values that an item says. */
export function readProperties(
	json: IDataObject,
	item: number,
	pick: FieldPicker,
	emptyValues: EmptyValues,
): { readonly values: Properties } | Rejection {
	const values: Properties = {};
	const refused = pick(json, item, (name, raw) => {
		if (NEVER_WRITABLE.has(name)) return undefined;
		const value = toPropertyValue(raw);
		if ('problem' in value) return rejection('INVALID_VALUE', value.problem, name);
		if ('text' in value) setProperty(values, name, value.text);
		else if (emptyValues === 'clear') setProperty(values, name, '');
		else if (emptyValues === 'reject') return rejection('EMPTY_VALUE', 'the field is empty', name);
		return undefined;
	});
	return refused ?? { values };
}

/** A column may have any name: `__proto__` must become a property like others, not a prototype. */
export function setProperty(values: Properties, name: string, text: string): void {
	if (name !== '__proto__') values[name] = text;
	else Object.defineProperty(values, name, { value: text, enumerable: true });
}
