import type { IDataObject } from 'n8n-workflow';
import { pathReader } from '../bulk/dataPath';
import { fieldPicker, type FieldChoice } from '../bulk/fields';
import { found } from '../bulk/found';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { groupReader, type MicroGroup } from './group';
import { convertProperty } from './convertProperty';
import { readProperties, type PropertyRules } from './properties';
import { toPropertyValue } from './propertyValue';
import type { MicroSchema } from './schema';
import type { SchemaOf } from './schemas';

/** By which property Micro looks for a record that is there already. */
export interface Match {
	/** Input field with the value. */
	readonly idField: string;
	/** Slug of the property that has it. */
	readonly property: string;
	/** Whether upper and lower case make a difference. */
	readonly matchCase: boolean;
}

/** Input fields whose values a record has in one list only. */
export interface ListPart {
	readonly listId: string;
	readonly paths: readonly string[];
}

export interface ImportRowParameters extends PropertyRules {
	readonly objectType: (item: number) => unknown;
	/** Undefined: each row becomes a new record. */
	readonly match: Match | undefined;
	readonly list: ListPart | undefined;
	readonly fields: FieldChoice;
	readonly schemaOf: SchemaOf;
}

/** Compiles the node's parameters to a function that turns an item into an entry of `objects`. */
export function importRowMaker(
	parameters: ImportRowParameters,
): BulkOperation<MicroGroup>['toRecord'] {
	const { match, list, schemaOf } = parameters;
	const groupOf = groupReader(parameters.objectType);
	const own = fieldPicker(withoutPaths(parameters.fields, list), match?.idField ?? '');
	const inList = list && fieldPicker({ kind: 'only', paths: list.paths }, '');
	const identify = match && matchReader(match, parameters);

	return (json, item, notes) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const known = schemaOf(group.objectType, list?.listId);
		const id = identify?.(json, known.own);
		if (id && isRejection(id)) return id;
		const values = readProperties(json, item, own, known.own, parameters, notes);
		if (isRejection(values)) return values;
		const listed = inList && readProperties(json, item, inList, known.listed, parameters, notes);
		if (listed && isRejection(listed)) return listed;

		if (match && id) values.set(match.property, id.value);
		if (values.size === 0 && (listed?.size ?? 0) === 0) {
			return rejection('NOTHING_TO_SEND', 'the item has no value to send');
		}
		return {
			group,
			key: id?.key ?? `item ${item}`,
			json: JSON.stringify({
				default: Object.fromEntries(values),
				...(list && listed?.size && { list: { [list.listId]: Object.fromEntries(listed) } }),
			}),
		};
	};
}

interface Identity {
	readonly key: string;
	readonly value: string | number | boolean;
}

/**
 * A row without the value would never match: it would create one more record each time it is sent.
 */
function matchReader({ idField, property, matchCase }: Match, { conversion }: PropertyRules) {
	const read = pathReader(idField);
	return (json: IDataObject, schema: MicroSchema | undefined): Identity | Rejection => {
		const field = schema?.get(property);
		const raw = read(json);
		const given =
			field && conversion ? convertProperty(field, raw, conversion) : toPropertyValue(raw);
		if ('empty' in given) {
			return rejection('MISSING_ID', 'the ID field is empty or not in the item', idField);
		}
		if ('problem' in given) return rejection('INVALID_ID', given.problem, idField);
		const { value } = given;
		if (typeof value === 'object') {
			const message = `expected one value to find the record by its ${property}, found ${found(value)}`;
			return rejection('INVALID_ID', message, idField);
		}
		return { value, key: matchCase ? String(value) : String(value).toLowerCase() };
	};
}

/** Fields for the list are no properties of the record itself, unless the user names or maps them. */
function withoutPaths(choice: FieldChoice, list: ListPart | undefined): FieldChoice {
	if (choice.kind === 'only' || choice.kind === 'manual' || list === undefined) return choice;
	const paths = choice.kind === 'except' ? [...choice.paths, ...list.paths] : list.paths;
	return { kind: 'except', paths };
}
