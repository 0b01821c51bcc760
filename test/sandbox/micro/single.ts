import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { addOptions, type Problem } from './convertValue';
import { judgeRecord, type JudgedRecord } from './judgeRecord';
import { readBody } from './readBody';
import { badField, invalid, notFound, Refusal } from './refusal';
import { showRecord, showWritten } from './showRecord';
import type { Cause, StoredRecord } from './store';
import type { ObjectCall } from './world';

/** POST /{type} */
export function createOne(call: ObjectCall): Answer {
	return createFrom(call, readRecordBody(call), undefined);
}

/** Makes a record from a checked body; also for upsert and find-or-create. */
export function createFrom(call: ObjectCall, body: JsonObject, listId: string | undefined): Answer {
	const record = makeRecord(call, body, listId);
	return { status: 201, headers: {}, body: showRecord(record, call.world.switches) };
}

export function makeRecord(
	call: ObjectCall,
	body: JsonObject,
	listId: string | undefined,
): StoredRecord {
	const { world, type } = call;
	const options = { record: undefined, listId, enforceRequired: true };
	const judged = accepted(judgeRecord(world, type, body, options));
	addOptions(world, judged.newOptions);
	return world.store.create(type.name, judged.changes, causeOf(call));
}

/** PATCH /{type}/{id}; the answer may hold only some fields. */
export function patchOne(call: ObjectCall, id: string): Answer {
	const body = readRecordBody(call);
	const record = liveRecord(call, id);
	checkMatch(call, record);
	return patchFrom(call, record, body, undefined);
}

export function patchFrom(
	call: ObjectCall,
	record: StoredRecord,
	body: JsonObject,
	listId: string | undefined,
): Answer {
	const { world, type } = call;
	const { switches } = world;
	const { changes } = accepted(judgeRecord(world, type, body, { record, listId }));
	world.store.update(record, changes, causeOf(call));
	const shown =
		switches.resultRecord === 'full'
			? showRecord(record, switches)
			: showWritten(record.id, changes, switches);
	return { status: 200, headers: {}, body: shown };
}

/** DELETE /{type}/{id}: soft. */
export function deleteOne(call: ObjectCall, id: string): Answer {
	const record = liveRecord(call, id);
	checkMatch(call, record);
	call.world.store.setDeleted(record, true, causeOf(call));
	return { status: 204, headers: {}, body: undefined };
}

/** POST /{type}/{id}/restore */
export function restoreOne(call: ObjectCall, id: string): Answer {
	const { world, type } = call;
	const record = world.store.find(type.name, id.toLowerCase());
	if (record === undefined) throw notFound('The record');
	if (!record.deleted) throw new Refusal(409, 'not_deleted', 'The record is not deleted');
	world.store.setDeleted(record, false, causeOf(call));
	return { status: 200, headers: {}, body: showRecord(record, world.switches) };
}

/** POST /{type}/{id}/duplicate */
export function duplicateOne(call: ObjectCall, id: string): Answer {
	const { world, type } = call;
	const { default: values, list } = liveRecord(call, id);
	const copy = world.store.create(type.name, { default: values, list }, causeOf(call));
	return { status: 201, headers: {}, body: showRecord(copy, world.switches) };
}

/** A body that has `default` or `list`. */
export function readRecordBody({ world, request }: ObjectCall): JsonObject {
	const body = readBody(request, world.switches);
	if (!('default' in body || 'list' in body)) {
		throw badField('.body', "must have 'default' or 'list'", 'required');
	}
	return body;
}

export function liveRecord({ world, type }: ObjectCall, id: string): StoredRecord {
	const record = world.store.find(type.name, id.toLowerCase());
	if (record === undefined || record.deleted) throw notFound('The record');
	return record;
}

export const etagOf = ({ id, version }: StoredRecord): string => `"${id.slice(0, 8)}-${version}"`;

export function causeOf({ request }: ObjectCall): Cause {
	return { callIndex: request.callIndex, position: 0, now: Date.now() };
}

/** If-Match: the record must be as it was read; `*` asks only that it exists. */
function checkMatch({ request }: ObjectCall, record: StoredRecord): void {
	const wanted = request.headers['if-match'];
	if (wanted === undefined || wanted === '*') return;
	if (wanted.split(',').some((tag) => tag.trim() === etagOf(record))) return;
	throw new Refusal(412, 'precondition_failed', 'The record has changed since it was read');
}

function accepted(judged: JudgedRecord): JudgedRecord {
	if (judged.problems.length === 0) return judged;
	throw invalid(
		judged.problems.map(({ field, message, code }: Problem) => ({
			field: `.body.${field}`,
			message,
			code: `${code}.openapi.validation`,
		})),
	);
}
