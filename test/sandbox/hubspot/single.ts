import type { Answer } from '../vendor';
import { applyWrite } from './applyWrite';
import { archiveOne } from './batchArchive';
import { planNew } from './batchCreate';
import { checkProperties, type BatchInput } from './batchInputs';
import { checkIdProperty } from './batchKeys';
import { names, shownRecord } from './batchRead';
import { findRecord } from './batchUpdate';
import { checkSensitive } from './permission';
import { readBody } from './readBody';
import { invalid, Refusal } from './refusal';
import type { StoredRecord } from './store';
import type { ObjectCall } from './world';
import { divide, findCollisions, plan, type WritePlan } from './writePlan';

export function singleGet(call: ObjectCall, id: string): Answer {
	const { query } = call.request;
	const record = called(call, id, query.get('archived') === 'true');
	const wanted = query.getAll('properties').flatMap(names);
	const history = query.getAll('propertiesWithHistory').flatMap(names);
	const body = shownRecord(call, record, wanted, history);
	if (query.has('associations') && record.associations !== undefined) {
		body['associations'] = record.associations;
	}
	return { status: 200, headers: {}, body };
}

export function singlePatch(call: ObjectCall, id: string): Answer {
	const input = readInput(call, id);
	const record = called(call, id, false);
	const one = plan(call, input, record);
	return write(call, one, 200);
}

export function singleCreate(call: ObjectCall): Answer {
	return write(call, planNew(call, plan(call, readInput(call, ''), undefined)), 201);
}

export function singleDelete(call: ObjectCall, id: string): Answer {
	archiveOne(call, id);
	return { status: 204, headers: {}, body: undefined };
}

/** The full record is not returned here either: what was sent and the system values. */
function write(call: ObjectCall, one: WritePlan, status: number): Answer {
	findCollisions(call, [one], one.record === undefined);
	divide(call, [one], false);
	return { status, headers: {}, body: applyWrite(call, one, false) };
}

function readInput(call: ObjectCall, id: string): BatchInput {
	const body = readBody(call.request, call.world.switches);
	const { properties } = body;
	checkProperties(call, properties, []);
	checkSensitive(call, [{ properties }]);
	const trace = body['objectWriteTraceId'];
	const associations = body['associations'];
	return {
		index: 0,
		id,
		idProperty: undefined,
		properties,
		traceId: typeof trace === 'string' ? trace : undefined,
		associations: Array.isArray(associations) ? associations : undefined,
	};
}

function called(call: ObjectCall, id: string, archived: boolean): StoredRecord {
	const idProperty = call.request.query.get('idProperty') ?? undefined;
	if (idProperty !== undefined) checkIdProperty(call, idProperty, 'single');
	const record = archived
		? call.world.store.find(call.type, id)
		: findRecord(call, { id, idProperty });
	if (record !== undefined && record.archived === archived) return record;
	// Captured: a number gets a bare body, anything else a category.
	throw new Refusal(404, {
		status: 'error',
		message: /^\d+$/.test(id) ? 'resource not found' : `Object not found: ${id}`,
		...(/^\d+$/.test(id) ? {} : { category: 'OBJECT_NOT_FOUND' }),
	});
}

/** Merges two records. By default both ids become stale and a third one lives on. */
export function mergeRecords(call: ObjectCall): Answer {
	const { store, switches } = call.world;
	const body = readBody(call.request, switches);
	const [primary, other] = ['primaryObjectId', 'objectIdToMerge'].map((field) => {
		const id = body[field];
		const record =
			typeof id === 'string' ? findRecord(call, { id, idProperty: undefined }) : undefined;
		if (record === undefined) throw invalid(`${field} names no ${call.type.singular}`);
		return record;
	}) as [StoredRecord, StoredRecord];
	if (primary.id === other.id) throw invalid('A record cannot be merged with itself');
	const values = { ...other.properties, ...primary.properties };
	store.merge(call.type.plural, other.id, primary.id);
	let survivor = primary;
	if (!switches.mergeKeepsPrimaryId) {
		store.merge(call.type.plural, primary.id, other.id);
		survivor = store.create(call.type, values, undefined, call.now, call.stamp);
		store.merge(call.type.plural, primary.id, survivor.id);
		store.merge(call.type.plural, other.id, survivor.id);
	} else {
		store.write(call.type, primary, values, call.now, call.stamp);
	}
	store.log({
		type: call.type.plural,
		id: survivor.id,
		operation: 'merge',
		properties: values,
		traceId: undefined,
		callIndex: call.request.callIndex,
	});
	return { status: 200, headers: {}, body: shownRecord(call, survivor, [], []) };
}
