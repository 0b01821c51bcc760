import { isJsonObject } from '../json';
import type { Answer } from '../vendor';
import { hal } from './bulkEnvelope';
import { recordsAt, take } from './bulkDelete';
import { cannotDerive, judgeNewRecord } from './judgeNewRecord';
import { readBody } from './readBody';
import type { Target } from './readTargets';
import { showRecord, type StoredRecord } from './record';
import type { RecordList } from './recordList';
import { badRequest, refusal } from './refusal';
import { findList, listAndBody, type ApiCall } from './world';

export function findRecord(list: RecordList, { segments }: ApiCall): StoredRecord {
	const record = list.records.get(segments[3] ?? '');
	if (record === undefined) throw refusal('recordNotFound');
	return record;
}

/** GET /record-lists/{id}/records/{rid} */
export function readRecord(call: ApiCall): Answer {
	return hal(200, showRecord(findRecord(findList(call), call), call.world.url()));
}

/** POST /record-lists/{id}/records: https://docs.talkdesk.com/reference/record-listsidrecords */
export function createRecord(call: ApiCall): Answer {
	const { switches, limits, store, url } = call.world;
	const [list, given] = listAndBody(call, () => {
		const body = readBody(call);
		if (!isJsonObject(body)) throw badRequest('body', 'an object is expected');
		return body;
	});
	if (list.records.size >= limits.recordsPerList) throw refusal('listFull');
	const judged = judgeNewRecord(given, list, switches);
	if ('errors' in judged) {
		if (judged.errors.includes('PHONE_NUMBER_MISSING')) throw refusal('phoneMissing');
		if (cannotDerive(given, switches)) throw refusal('noTimezone');
		throw refusal(
			'badRequest',
			judged.errors.map((code) => ({ name: 'record', description: code })),
		);
	}
	const from = { callIndex: call.request.callIndex, position: 0 };
	const record = store.create(list, judged.data, call.now, store.newId('upload'), from);
	return hal(201, showRecord(record, url()));
}

/** DELETE /record-lists/{id}/records/{rid} */
export function deleteRecord(call: ApiCall): Answer {
	const list = findList(call);
	return gone(call, list, [findRecord(list, call)]);
}

/** DELETE /record-lists/{id}/records?phone_number= */
export function deleteByPhone(call: ApiCall): Answer {
	const list = findList(call);
	const phone = call.request.query.get('phone_number') ?? '';
	if (phone === '' || phone.length > 20) throw badRequest('phone_number', '1 to 20 characters');
	return deleteAt(call, list, { phone });
}

/** DELETE /record-lists/{id}/external-records?external_provider=&external_id= */
export function deleteByReference(call: ApiCall): Answer {
	const list = findList(call);
	const provider = call.request.query.get('external_provider') ?? '';
	const externalId = call.request.query.get('external_id') ?? '';
	if (provider === '') throw badRequest('external_provider', 'missing');
	if (externalId === '') throw badRequest('external_id', 'missing');
	return deleteAt(call, list, { provider, externalId });
}

function deleteAt(call: ApiCall, list: RecordList, target: Target): Answer {
	const found = recordsAt(list, target, call.world.switches.deleteShared);
	if (found.length === 0) throw refusal('recordNotFound');
	return gone(call, list, found);
}

function gone(call: ApiCall, list: RecordList, records: readonly StoredRecord[]): Answer {
	for (const record of records) take(call, list, record);
	const status = call.world.switches.deleteMode === 'sync' ? 204 : 202;
	return { status, headers: {}, body: undefined };
}
