import type { FieldType } from 'n8n-workflow';
import { optionFinder, type FieldOption, type FindOption } from '../bulk/convert/option';
import { asObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import type { Schema, SchemaField } from '../bulk/schema';

/** A property as HubSpot describes it. */
export interface HubSpotProperty extends SchemaField {
	/** HubSpot's `type`; what a value must look like depends on it, not on `fieldType`. */
	readonly kind: string;
	/** Holds several choices, separated by semicolons. */
	readonly isList: boolean;
	/** Holds the ID of an owner. */
	readonly isOwner: boolean;
	/** For properties with choices of their own: the internal value by value or label. */
	readonly findOption?: FindOption;
}

export type HubSpotSchema = Schema<HubSpotProperty>;

/** Types that only HubSpot itself sets. */
const INTERNAL = new Set(['object_coordinates', 'json']);

const INPUTS: Readonly<Record<string, FieldType>> = {
	number: 'number',
	bool: 'boolean',
	date: 'dateTime',
	datetime: 'dateTime',
};

/**
 * Reads the properties of an object type, by internal name.
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
 *
 * @param body of `GET /crm/v3/properties/{objectType}`
 */
export function readPropertySchema(body: JsonObject): HubSpotSchema {
	const properties = objectsIn(body.results).flatMap((entry) => readProperty(entry) ?? []);
	return new Map(properties.map((property) => [property.name, property]));
}

function readProperty(entry: JsonObject): HubSpotProperty | undefined {
	const [name, type] = [textOf(entry.name), textOf(entry.type)];
	if (name === undefined || type === undefined || entry.archived === true) return undefined;
	const { readOnlyValue } = asObject(entry.modificationMetadata);
	const options = readOptions(entry.options);
	const isList = type === 'enumeration' && entry.fieldType === 'checkbox';
	const choices = type === 'enumeration' && options.length > 0;
	return {
		name,
		label: textOf(entry.label) ?? name,
		type: INPUTS[type] ?? 'string',
		kind: type,
		readOnly: readOnlyValue === true || entry.calculated === true || INTERNAL.has(type),
		isList,
		isOwner: name === 'hubspot_owner_id' || entry.referencedObjectType === 'OWNER',
		...(choices && { findOption: optionFinder(options) }),
		...(choices && !isList && { options }),
	};
}

function readOptions(options: unknown): FieldOption[] {
	return objectsIn(options).flatMap(({ value, label }) =>
		typeof value === 'string' && value !== '' ? [{ value, label: textOf(label) ?? value }] : [],
	);
}
