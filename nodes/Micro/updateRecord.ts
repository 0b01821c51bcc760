import type { IDataObject } from 'n8n-workflow';
import { pathReader } from '../bulk/dataPath';
import type { EmptyValues } from '../bulk/emptyValues';
import { fieldPicker, type FieldChoice, type FieldPicker } from '../bulk/fields';
import { found } from '../bulk/found';
import { isRejection, rejection, type BulkOperation, type Rejection } from '../bulk/operation';
import { groupReader, type MicroGroup } from './group';
import { readListId } from './listId';
import { toPropertyValue } from './propertyValue';
import { readUuid } from './uuid';

export interface UpdateRecordParameters {
	readonly objectType: (item: number) => unknown;
	/** Undefined: the values are the record's own, not those it has in a list. */
	readonly listId: ((item: number) => unknown) | undefined;
	readonly idField: string;
	readonly fields: FieldChoice;
	readonly emptyValues: EmptyValues;
}

/** Compiles the node's parameters to a function that turns an item into an entry of `items`. */
export function updateRecordMaker(
	parameters: UpdateRecordParameters,
): BulkOperation<MicroGroup>['toRecord'] {
	const { idField, emptyValues } = parameters;
	const groupOf = groupReader(parameters.objectType);
	const readId = pathReader(idField);
	const pick = fieldPicker(parameters.fields, idField);
	const scopeOf = scopeReader(parameters.listId);

	return (json, item) => {
		const group = groupOf(item);
		if (isRejection(group)) return group;
		const id = readKey(readId(json), idField);
		if (isRejection(id)) return id;
		const scope = scopeOf(item);
		if (isRejection(scope)) return scope;
		const properties = readProperties(json, item, pick, emptyValues);
		if (isRejection(properties)) return properties;
		const record = { id: id.key, ...scope.around(properties.values) };
		return { group, key: id.key, json: JSON.stringify(record) };
	};
}

interface Scope {
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
		return isRejection(read) ? read : { around: (values) => ({ list: { [read.listId]: values } }) };
	};
}

function readKey(value: unknown, idField: string): { readonly key: string } | Rejection {
	const key = readUuid(value);
	if (key !== undefined) return { key };
	if ('empty' in toPropertyValue(value)) {
		return rejection('MISSING_ID', 'the ID field is empty or not in the item', idField);
	}
	const message = `expected a record ID such as 11111111-1111-4111-8111-111111111111, found ${found(value)}`;
	return rejection('INVALID_ID', message, idField);
}

function readProperties(
	json: IDataObject,
	item: number,
	pick: FieldPicker,
	emptyValues: EmptyValues,
): { readonly values: object } | Rejection {
	const entries: Array<[slug: string, value: unknown]> = [];
	const refused = pick(json, item, (slug, raw) => {
		const read = toPropertyValue(raw);
		if ('problem' in read) return rejection('INVALID_VALUE', read.problem, slug);
		if ('value' in read) entries.push([slug, read.value]);
		else if (emptyValues === 'clear') entries.push([slug, null]);
		else if (emptyValues === 'reject') return rejection('EMPTY_VALUE', 'the field is empty', slug);
		return undefined;
	});
	if (refused) return refused;
	// Unlike an assignment this makes a column `__proto__` a property like others.
	if (entries.length > 0) return { values: Object.fromEntries(entries) };
	return rejection('NOTHING_TO_SEND', 'the item has no value to send besides its ID');
}
