import { isJsonObject, type JsonObject } from '../json';
import { misfit, missingField, readBody } from './readBody';
import { invalid } from './refusal';
import type { ObjectCall } from './world';

export interface BatchInput {
	/** Position in the request. */
	index: number;
	/** Empty for create. */
	id: string;
	idProperty: string | undefined;
	properties: JsonObject;
	traceId: string | undefined;
	associations: unknown[] | undefined;
}

export interface Batch {
	body: JsonObject;
	inputs: BatchInput[];
}

type Needs = 'id' | 'properties' | 'both';
const MOST = 100;

/**
 * Reads a batch body strictly. A body without `inputs` reads as no inputs, which HubSpot answers
 * with a success that did nothing.
 */
export function readBatch(call: ObjectCall, needs: Needs, most = MOST): Batch {
	const { request, world } = call;
	const body = readBody(request, world.switches);
	const raw = body['inputs'];
	if (raw === undefined || raw === null) return { body, inputs: [] };
	if (!Array.isArray(raw)) throw misfit(request, ['inputs'], 'a list', raw);
	if (raw.length === 0 && world.switches.emptyInputs === 'refuse') {
		throw invalid('The batch has no inputs');
	}
	const inputs = raw.map((item: unknown, index) => readInput(call, item, index, needs));
	if (inputs.length > most) {
		throw invalid(
			`The maximum number of inputs in one batch request is ${most}, and ${inputs.length} were sent`,
		);
	}
	checkTraceIds(call, inputs);
	return { body, inputs };
}

function readInput(call: ObjectCall, item: unknown, index: number, needs: Needs): BatchInput {
	const { request } = call;
	if (!isJsonObject(item)) throw misfit(request, ['inputs', index], 'an object', item);
	const id = readText(call, item, index, 'id');
	if (id === undefined && needs !== 'properties') {
		throw missingField(request, ['inputs', index], 'id');
	}
	const properties = item['properties'];
	if (needs !== 'id') checkProperties(call, properties, ['inputs', index]);
	return {
		index,
		id: id ?? '',
		idProperty: readText(call, item, index, 'idProperty'),
		properties: (properties ?? {}) as JsonObject,
		traceId: readText(call, item, index, 'objectWriteTraceId'),
		associations: readAssociations(call, item, index),
	};
}

/** The map of property values: text by schema; bare numbers and booleans appear in the docs. */
export function checkProperties(
	call: ObjectCall,
	properties: unknown,
	path: ReadonlyArray<string | number>,
): asserts properties is JsonObject {
	const { request, world } = call;
	if (properties === undefined || properties === null) {
		throw missingField(request, path, 'properties');
	}
	if (!isJsonObject(properties)) {
		throw misfit(request, [...path, 'properties'], 'an object', properties);
	}
	for (const name in properties) {
		const value = properties[name];
		if (typeof value === 'string') continue;
		const bare = typeof value === 'number' || typeof value === 'boolean';
		if (bare && world.switches.bareValues === 'coerce') continue;
		if (value === null && world.switches.nullValue !== 'refuse') continue;
		throw misfit(request, [...path, 'properties', name], 'text', value);
	}
}

function readText(
	call: ObjectCall,
	item: JsonObject,
	index: number,
	field: string,
): string | undefined {
	const value = item[field];
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && call.world.switches.numericIds === 'accept') {
		return String(value);
	}
	throw misfit(call.request, ['inputs', index, field], 'text', value);
}

function readAssociations(
	call: ObjectCall,
	item: JsonObject,
	index: number,
): unknown[] | undefined {
	const value = item['associations'];
	if (value === undefined || value === null) return undefined;
	const path = ['inputs', index, 'associations'];
	if (!Array.isArray(value)) throw misfit(call.request, path, 'a list', value);
	value.forEach((one: unknown, at) => {
		if (!isJsonObject(one) || !isJsonObject(one['to']) || !Array.isArray(one['types'])) {
			throw misfit(call.request, [...path, at], 'an association', one);
		}
	});
	return value as unknown[];
}

function checkTraceIds(call: ObjectCall, inputs: BatchInput[]): void {
	if (call.world.switches.duplicateTraceIds === 'accept') return;
	const seen = new Set<string>();
	for (const { traceId } of inputs) {
		if (traceId === undefined) continue;
		if (seen.has(traceId)) {
			throw invalid(`The objectWriteTraceId ${traceId} is used more than once in this batch`);
		}
		seen.add(traceId);
	}
}
