import type { JsonObject } from '../json';
import { PORTAL_ID } from './objectTypes';
import type { StoredRecord } from './store';
import type { ObjectCall } from './world';
import type { WritePlan } from './writePlan';

/** Writes one planned input and returns its result. */
export function applyWrite(call: ObjectCall, one: WritePlan, showNew: boolean): JsonObject {
	const { store, switches } = call.world;
	const { input, values } = one;
	const isNew = one.record === undefined;
	let record = one.record;
	if (record === undefined) {
		record = store.create(call.type, values, undefined, call.now, call.stamp);
		if (input.associations !== undefined) record.associations = input.associations;
	} else if (switches.unchangedUpdatedAt === 'touch' || changes(record, values)) {
		store.write(call.type, record, { ...record.properties, ...values }, call.now, call.stamp);
	}
	store.log({
		type: call.type.plural,
		id: record.id,
		operation: isNew ? 'create' : 'update',
		properties: values,
		traceId: input.traceId,
		callIndex: call.request.callIndex,
	});
	const result = writtenRecord(call, record, values);
	if (showNew) result['new'] = isNew;
	if (switches.echoTraceIdInResults && input.traceId !== undefined) {
		result['objectWriteTraceId'] = input.traceId;
	}
	return result;
}

function changes(record: StoredRecord, values: Record<string, string>): boolean {
	for (const name in values) {
		if (values[name] !== (record.properties[name] ?? '')) return true;
	}
	return false;
}

/** A result holds what was sent and a handful of system values, never the full record. */
function writtenRecord(
	call: ObjectCall,
	record: StoredRecord,
	values: Record<string, string>,
): JsonObject {
	const { properties } = record;
	const shown: Record<string, string | undefined> = { ...values };
	if (properties['createdate'] !== undefined) shown['createdate'] = properties['createdate'];
	if (properties['lifecyclestage']) shown['lifecyclestage'] = properties['lifecyclestage'];
	shown['hs_object_id'] = record.id;
	shown[call.type.modified] = properties[call.type.modified];
	return publicRecord(call, record, shown);
}

export function publicRecord(
	call: ObjectCall,
	record: StoredRecord,
	properties: Record<string, string | null | undefined>,
): JsonObject {
	const { id, createdAt, updatedAt, archived, archivedAt } = record;
	const url = `https://app.hubspot.com/contacts/${PORTAL_ID}/record/${call.type.id}/${id}`;
	return {
		id,
		properties,
		createdAt,
		updatedAt,
		archived,
		...(archivedAt === undefined ? {} : { archivedAt }),
		url,
	};
}
