import type { IDataObject } from 'n8n-workflow';
import type { EmptyValues } from '../bulk/emptyValues';
import type { FieldPicker } from '../bulk/fields';
import { noteChange } from '../bulk/noteChange';
import type { Notes } from '../bulk/notes';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { ruleOnColumn, type UnknownColumns } from '../bulk/unknownColumns';
import { convertProperty, type Conversion } from './convertProperty';
import type { HubSpotSchema } from './propertySchema';
import { toPropertyValue } from './propertyValue';
import type { SchemaOf } from './schemas';

export type Properties = Record<string, string>;

/** How input fields become property values. */
export interface PropertyRules {
	readonly emptyValues: EmptyValues;
	readonly unknownColumns: UnknownColumns;
	readonly schemaOf: SchemaOf;
	/** Undefined: values go as they are. */
	readonly conversion: Conversion | undefined;
}

/** HubSpot refuses these in every write; exported rows have them, so they are left out. */
export const NEVER_WRITABLE: ReadonlySet<string> = new Set([
	'hs_object_id',
	'hs_lastmodifieddate',
	'lastmodifieddate',
]);

/**
 * Makes the map of property values that an item says.
 *
 * @param schema undefined where nothing is known of the properties
 */
export function readProperties(
	json: IDataObject,
	item: number,
	pick: FieldPicker,
	schema: HubSpotSchema | undefined,
	{ emptyValues, unknownColumns, conversion }: PropertyRules,
	notes?: Notes,
): { readonly values: Properties } | Rejection {
	const values: Properties = {};
	const refused = pick(json, item, (name, raw) => {
		if (NEVER_WRITABLE.has(name)) return undefined;
		const ruling = ruleOnColumn(schema, name, unknownColumns, 'HubSpot', notes);
		if (ruling === 'leaveOut') return undefined;
		if (isRejection(ruling)) return ruling;
		const { field } = ruling;
		const value =
			field && conversion ? convertProperty(field, raw, conversion) : toPropertyValue(raw);
		if ('problem' in value) return rejection('INVALID_VALUE', value.problem, name);
		if ('text' in value) {
			setProperty(values, name, value.text);
			noteChange(notes, name, raw, value.text);
		} else if (emptyValues === 'clear') setProperty(values, name, '');
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
