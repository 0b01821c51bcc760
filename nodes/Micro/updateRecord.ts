import { pathReader } from '../bulk/dataPath';
import { fieldPicker, type FieldChoice } from '../bulk/fields';
import type { BulkOperation } from '../bulk/operation';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { groupReader, type MicroGroup } from './group';
import { readListId } from './listId';
import { readProperties, type PropertyRules } from './properties';
import { readRecordId } from './recordId';
import type { SchemaOf } from './schemas';

export interface UpdateRecordParameters extends PropertyRules {
	readonly objectType: (item: number) => unknown;
	/** Undefined: the values are the record's own, not those it has in a list. */
	readonly listId: ((item: number) => unknown) | undefined;
	readonly idField: string;
	readonly fields: FieldChoice;
	readonly schemaOf: SchemaOf;
}

/** Compiles the node's parameters to a function that turns an item into an entry of `items`. */
export function updateRecordMaker(
	parameters: UpdateRecordParameters,
): BulkOperation<MicroGroup>['toRecord'] {
	const { idField, schemaOf } = parameters;
	const groupOf = groupReader(parameters.objectType);
	const readId = pathReader(idField);
	const pick = fieldPicker(parameters.fields, idField);
	const scopeOf = scopeReader(parameters.listId);

	return (json, item, notes) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const id = readRecordId(readId(json), idField);
		if (isRejection(id)) return id;
		const scope = scopeOf(item);
		if (isRejection(scope)) return scope;
		const { own, listed } = schemaOf(group.objectType, scope.listId);
		const schema = scope.listId === undefined ? own : listed;
		const properties = readProperties(json, item, pick, schema, parameters, notes);
		if (isRejection(properties)) return properties;
		if (properties.size === 0) {
			return rejection('NOTHING_TO_SEND', 'the item has no value to send besides its ID');
		}
		const record = { id: id.key, ...scope.around(Object.fromEntries(properties)) };
		return { group, key: id.key, json: JSON.stringify(record) };
	};
}

interface Scope {
	readonly listId?: string;
	around(values: object): object;
}

const OWN_PROPERTIES: Scope = { around: (values) => ({ default: values }) };

/** How Micro shapes `list` is not documented: the list's ID, then its properties, is assumed. */
function scopeReader(
	listIdOf: UpdateRecordParameters['listId'],
): (item: number) => Scope | Rejection {
	if (listIdOf === undefined) return () => OWN_PROPERTIES;
	return (item) => {
		const read = readListId(listIdOf(item));
		if (isRejection(read)) return read;
		return { ...read, around: (values) => ({ list: { [read.listId]: values } }) };
	};
}
