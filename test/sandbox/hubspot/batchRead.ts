import { isJsonObject, type JsonObject } from '../json';
import type { Answer } from '../vendor';
import { publicRecord } from './applyWrite';
import { batchAnswer, notFoundErrors } from './batchAnswer';
import { readBatch, type BatchInput } from './batchInputs';
import { checkIdProperties, keyOf, refuseDuplicates } from './batchKeys';
import { invalid } from './refusal';
import type { ObjectType } from './objectTypes';
import type { StoredRecord } from './store';
import type { ObjectCall } from './world';

const MOST_WITH_HISTORY = 50;

export function batchRead(call: ObjectCall): Answer {
	const { switches } = call.world;
	const { body, inputs: read } = readBatch(call, 'id');
	const history = names(body['propertiesWithHistory']);
	if (history.length > 0 && read.length > MOST_WITH_HISTORY) {
		throw invalid(`With property history the maximum is ${MOST_WITH_HISTORY} inputs`);
	}
	// Unlike in a write, the key property is named once for all.
	const idProperty = typeof body['idProperty'] === 'string' ? body['idProperty'] : undefined;
	const inputs = read.map((input) => ({ ...input, idProperty }));
	checkIdProperties(call, inputs, 'read');
	if (switches.duplicateIdsOnRead === 'refuse') refuseDuplicates(call, inputs);

	const archived = call.request.query.get('archived') === 'true';
	const wanted = names(body['properties']);
	const found = new Map<string, StoredRecord>();
	const missing = new Map<string, BatchInput>();
	for (const input of inputs) {
		const record = find(call, input, archived);
		if (record === undefined) missing.set(keyOf(call, idProperty, input.id), input);
		else found.set(record.id, record);
	}
	return batchAnswer(call, {
		status: 200,
		results: [...found.values()].map((record) => shownRecord(call, record, wanted, history)),
		errors: notFoundErrors(call, [...missing.values()]),
	});
}

/** A live record, or with `archived` an archived one; never either. */
function find(call: ObjectCall, input: BatchInput, archived: boolean): StoredRecord | undefined {
	const { store, switches } = call.world;
	let id =
		input.idProperty === undefined ? input.id : store.owner(call.type, input.idProperty, input.id);
	if (id !== undefined && switches.mergedIdOnRead === 'survivor') {
		id = store.mergedInto(call.type, id) ?? id;
	}
	const record = id === undefined ? undefined : store.find(call.type, id);
	return record?.archived === archived ? record : undefined;
}

/** A record with the properties asked for, or the type's usual few. */
export function shownRecord(
	call: ObjectCall,
	record: StoredRecord,
	wanted: readonly string[],
	history: readonly string[],
	values = record.properties,
): JsonObject {
	const shown: Record<string, string | null> = {};
	for (const name of usual(call.type)) shown[name] = values[name] || null;
	for (const name of wanted.length === 0 ? extra(call.type) : wanted) {
		if (call.type.properties.has(name)) shown[name] = values[name] || null;
	}
	const result = publicRecord(call, record, shown);
	if (history.length > 0) result['propertiesWithHistory'] = latest(record, history);
	return result;
}

function usual(type: ObjectType): string[] {
	return [type.custom ? 'hs_createdate' : 'createdate', 'hs_object_id', type.modified];
}

function extra(type: ObjectType): string[] {
	return type.plural === 'contacts'
		? ['email', 'firstname', 'lastname']
		: [type.primaryDisplayProperty];
}

/** The sandbox keeps no history beyond the present value; it says so with one version. */
function latest(record: StoredRecord, history: readonly string[]): JsonObject {
	return Object.fromEntries(
		history.map((name) => [
			name,
			record.properties[name] === undefined
				? []
				: [
						{
							value: record.properties[name],
							timestamp: record.updatedAt,
							sourceType: 'INTEGRATION',
						},
					],
		]),
	);
}

/** A list of names; HubSpot ignores names it does not know. */
export function names(value: unknown): string[] {
	if (typeof value === 'string') return value.split(',').filter((name) => name !== '');
	if (!Array.isArray(value) || isJsonObject(value)) return [];
	return value.filter((name): name is string => typeof name === 'string');
}
