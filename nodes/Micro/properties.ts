import type { IDataObject } from 'n8n-workflow';
import type { EmptyValues } from '../bulk/emptyValues';
import type { FieldPicker } from '../bulk/fields';
import { noteChange } from '../bulk/noteChange';
import type { Notes } from '../bulk/notes';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { ruleOnColumn, type UnknownColumns } from '../bulk/unknownColumns';
import { convertProperty, type Conversion } from './convertProperty';
import { toPropertyValue } from './propertyValue';
import type { MicroSchema } from './schema';
import { VENDOR } from './vendor';

/** How values become properties. */
export interface PropertyRules {
	readonly emptyValues: EmptyValues;
	readonly unknownColumns: UnknownColumns;
	/** Undefined: values go as they are. */
	readonly conversion: Conversion | undefined;
}

/** The properties of one record by slug; a cleared one is null. */
export type Properties = Map<string, unknown>;

/**
 * Reads an item's fields as properties. A map, for a column can be called `__proto__`, which
 * Object.fromEntries makes a property like others.
 *
 * @param schema undefined where nothing is known of the properties
 */
export function readProperties(
	json: IDataObject,
	item: number,
	pick: FieldPicker,
	schema: MicroSchema | undefined,
	rules: PropertyRules,
	notes?: Notes,
): Properties | Rejection {
	const { emptyValues, unknownColumns, conversion } = rules;
	const properties: Properties = new Map();
	const refused = pick(json, item, (slug, raw) => {
		const ruling = ruleOnColumn(schema, slug, unknownColumns, VENDOR, notes);
		if (ruling === 'leaveOut') return undefined;
		if (isRejection(ruling)) return ruling;
		const { field } = ruling;
		const read =
			field && conversion ? convertProperty(field, raw, conversion) : toPropertyValue(raw);
		if ('problem' in read) return rejection('INVALID_VALUE', read.problem, slug);
		if ('value' in read) {
			properties.set(slug, read.value);
			noteChange(notes, slug, raw, read.value);
		} else if (emptyValues === 'clear') properties.set(slug, null);
		else if (emptyValues === 'reject') return rejection('EMPTY_VALUE', 'the field is empty', slug);
		return undefined;
	});
	return refused ?? properties;
}
