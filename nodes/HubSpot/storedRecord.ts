import type { IDataObject } from 'n8n-workflow';
import { asObject, isObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import type { Answer } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Comparison, Difference } from '../bulk/stored';
import { batchPath, type ApiVersion } from './apiVersion';
import type { HubSpotGroup } from './group';
import { isSameValue } from './sameValue';

type Records = ReadonlyArray<BulkRecord<HubSpotGroup>>;

/** HubSpot's own type of a property (`datetime`, `number` …); undefined where it is not known. */
export type PropertyTypeOf = (group: HubSpotGroup, property: string) => string | undefined;

/**
 * Reads the records of a batch with `POST /crm/v3/objects/{objectType}/batch/read`, to send only what
 * differs from them. For update and upsert, by record ID or by a unique property.
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/batch/read-objects
 */
export function storedRecords(
	version: ApiVersion,
	typeOf: PropertyTypeOf = () => undefined,
): Comparison<HubSpotGroup> {
	return {
		lookUp: {
			byBatch: {
				request: (group, records) => ({
					method: 'POST',
					path: batchPath(version, group.objectType, 'read'),
					body: Buffer.from(JSON.stringify(readBody(group, records))),
				}),
				read: readStored,
			},
		},
		difference: (record, stored) => differenceOf(record, asObject(stored), typeOf),
	};
}

function readBody({ idProperty }: HubSpotGroup, records: Records) {
	const inputs = records.map(inputOf);
	const names = inputs.flatMap(({ properties }) => Object.keys(asObject(properties)));
	return {
		// Unlike in a write, the property that the ids are values of is named once for all.
		...(idProperty !== undefined && { idProperty }),
		properties: [...new Set([...names, ...(idProperty === undefined ? [] : [idProperty])])],
		inputs: inputs.map(({ id }) => ({ id })),
	};
}

const inputOf = ({ json }: BulkRecord<HubSpotGroup>) => asObject(JSON.parse(json));

/**
 * Results come in any order and only for records that are there. One that answers to another id than
 * was asked for (a merged record, a further e-mail) is not taken for the record.
 */
function readStored({ body }: Answer, records: Records): unknown[] | undefined {
	if (!isObject(body) || !Array.isArray(body.results) || body.status !== 'COMPLETE') {
		return undefined;
	}
	const byKey = new Map<string, JsonObject | undefined>();
	for (const result of objectsIn(body.results)) {
		const key = keyOf(result, records[0]?.group.idProperty);
		if (key === undefined || result.archived === true) continue;
		// Two records under one key: nobody can tell which one would be written.
		byKey.set(key, byKey.has(key) ? undefined : result);
	}
	return records.map(({ key }) => byKey.get(key));
}

function keyOf(result: JsonObject, idProperty: string | undefined): string | undefined {
	if (idProperty === undefined) return textOf(result.id);
	return textOf(own(asObject(result.properties), idProperty))?.toLowerCase();
}

function differenceOf(
	record: BulkRecord<HubSpotGroup>,
	stored: JsonObject,
	typeOf: PropertyTypeOf,
): Difference {
	const { group } = record;
	const input = inputOf(record);
	const held = asObject(stored.properties);
	const sent = Object.entries(asObject(input.properties));
	const differing = sent.filter(
		([name, value]) => !isSameValue(value, own(held, name), typeOf(group, name)),
	);
	if (differing.length === 0) return { unchanged: shown(stored) };
	// "Partial upserts" by e-mail are not supported, HubSpot says, without saying what goes wrong.
	if (group.idProperty === 'email') return { json: record.json };
	const names = new Set(differing.map(([name]) => name));
	// With its key among the values a record is recognised in the answer.
	const kept = sent.filter(([name]) => names.has(name) || name === group.idProperty);
	return { json: JSON.stringify({ ...input, properties: Object.fromEntries(kept) }) };
}

/** What a written record leaves with, too. */
function shown(result: JsonObject): IDataObject {
	const names = ['id', 'properties', 'createdAt', 'updatedAt', 'archived', 'url'];
	return Object.fromEntries(
		names.flatMap((name) => (result[name] === undefined ? [] : [[name, result[name]]])),
	);
}

function own(values: JsonObject, name: string): unknown {
	return Object.hasOwn(values, name) ? values[name] : undefined;
}
