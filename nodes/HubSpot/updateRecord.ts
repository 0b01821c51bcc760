import type { IDataObject } from 'n8n-workflow';
import { pathReader } from '../bulk/dataPath';
import type { EmptyValues } from '../bulk/emptyValues';
import { fieldPicker, type FieldChoice, type FieldPicker } from '../bulk/fields';
import { found } from '../bulk/found';
import { rejection, type BulkOperation, type RecordDraft, type Rejection } from '../bulk/operation';
import { groupReader, type GroupParameters, type HubSpotGroup } from './group';
import { toPropertyValue } from './propertyValue';
import { readRecordId } from './recordId';

export interface UpdateRecordParameters extends GroupParameters {
	readonly idField: string;
	readonly fields: FieldChoice;
	readonly emptyValues: EmptyValues;
}

/** HubSpot refuses these in every update; exported rows have them, so they are left out. */
const NEVER_WRITABLE = new Set(['hs_object_id', 'hs_lastmodifieddate', 'lastmodifieddate']);

/** Compiles the node's parameters to a function that turns an item into an input of batch/update. */
export function updateRecordMaker(
	parameters: UpdateRecordParameters,
): BulkOperation<HubSpotGroup>['toRecord'] {
	const { idField, emptyValues } = parameters;
	const groupOf = groupReader(parameters);
	const readId = pathReader(idField);
	const pick = fieldPicker(parameters.fields, idField);

	return (json, item) => {
		const group = groupOf(item);
		if ('rejected' in group) return group;
		const id = readKey(group, readId(json), idField);
		if ('rejected' in id) return id;
		const properties = readProperties(json, item, pick, emptyValues);
		if ('rejected' in properties) return properties;
		return draft(group, id, properties.values, item);
	};
}

interface Key {
	readonly id: string;
	readonly key: string;
}

function draft(
	group: HubSpotGroup,
	{ id, key }: Key,
	properties: Record<string, string>,
	item: number,
): RecordDraft<HubSpotGroup> {
	const { idProperty } = group;
	// HubSpot's results hold the values just sent: with its key among them a record can be matched.
	if (idProperty !== undefined && !Object.hasOwn(properties, idProperty)) {
		set(properties, idProperty, id);
	}
	const input = {
		id,
		...(idProperty && { idProperty }),
		properties,
		objectWriteTraceId: String(item),
	};
	return { group, key, json: JSON.stringify(input) };
}

function readKey({ idProperty }: HubSpotGroup, value: unknown, idField: string): Key | Rejection {
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

function readProperties(
	json: IDataObject,
	item: number,
	pick: FieldPicker,
	emptyValues: EmptyValues,
): { values: Record<string, string> } | Rejection {
	const values: Record<string, string> = {};
	const refused = pick(json, item, (name, raw) => {
		if (NEVER_WRITABLE.has(name)) return undefined;
		const value = toPropertyValue(raw);
		if ('problem' in value) return rejection('INVALID_VALUE', value.problem, name);
		if ('text' in value) set(values, name, value.text);
		else if (emptyValues === 'clear') set(values, name, '');
		else if (emptyValues === 'reject') return rejection('EMPTY_VALUE', 'the field is empty', name);
		return undefined;
	});
	if (refused) return refused;
	return Object.keys(values).length > 0
		? { values }
		: rejection('NOTHING_TO_SEND', 'the item has no value to send besides its ID');
}

/** A column may have any name: `__proto__` must become a property like others, not a prototype. */
function set(values: Record<string, string>, name: string, text: string): void {
	if (name !== '__proto__') values[name] = text;
	else Object.defineProperty(values, name, { value: text, enumerable: true });
}
