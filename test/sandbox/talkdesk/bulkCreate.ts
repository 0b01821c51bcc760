import { isJsonObject, type JsonObject } from '../json';
import type { Answer } from '../vendor';
import { bulkEnvelope, countFailed, hal, showEntries, type Entry } from './bulkEnvelope';
import { cannotDerive, judgeNewRecord } from './judgeNewRecord';
import { readBody } from './readBody';
import { showRecord } from './record';
import type { RecordList } from './recordList';
import { badRequest, refusal } from './refusal';
import { listAndBody, type ApiCall } from './world';

interface NewRecords {
	records: JsonObject[];
	uploadRequestId: string | undefined;
}

/** POST /record-lists/{id}/records/bulks: https://docs.talkdesk.com/reference/record-lists-bulks */
export function bulkCreate(call: ApiCall): Answer {
	const { switches, limits, store } = call.world;
	const [list, { records, uploadRequestId }] = listAndBody(call, () => readRecords(call));
	if (uploadRequestId !== undefined && !list.uploads.has(uploadRequestId)) {
		throw refusal('uploadUnknown');
	}
	if (list.records.size + records.length > limits.recordsPerList) throw refusal('listFull');
	if (
		switches.unmatchedTimezone === 'wholeRequest' &&
		records.some((record) => cannotDerive(record, switches))
	) {
		throw refusal('noTimezone');
	}
	const upload = uploadRequestId ?? store.newId('upload');
	const entries = records.map((record, position) =>
		createOne(call, list, record, upload, position),
	);
	const failed = countFailed(entries);
	return hal(
		201,
		bulkEnvelope(call, list, {
			counter: 'total_created',
			done: entries.length - failed,
			failed,
			upload,
			embedded: { records: showEntries(call, entries) },
		}),
	);
}

function createOne(
	call: ApiCall,
	list: RecordList,
	given: JsonObject,
	upload: string,
	position: number,
): Entry {
	const { switches, store, url } = call.world;
	const judged = judgeNewRecord(given, list, switches);
	if ('errors' in judged) {
		const id = switches.idOnFailedCreate ? { id: store.newId('record') } : {};
		return { failed: true, shown: { ...id, ...given, errors: judged.errors } };
	}
	const from = { callIndex: call.request.callIndex, position };
	const record = store.create(list, judged.data, call.now, upload, from);
	return { failed: false, shown: showRecord(record, url()) };
}

function readRecords(call: ApiCall): NewRecords {
	const { switches, limits } = call.world;
	const body = readBody(call);
	if (!isJsonObject(body)) throw badRequest('body', 'an object is expected');
	const { records, upload_request_id: uploadRequestId } = body;
	if (!Array.isArray(records)) throw badRequest('records', 'a list is expected');
	if (records.length === 0 && switches.emptyBatch === 'refuse') {
		throw badRequest('records', 'is empty');
	}
	if (records.length > limits.recordsPerCreate) throw refusal('tooManyRecords');
	if (!records.every(isJsonObject)) throw badRequest('records', 'objects are expected');
	if (uploadRequestId === undefined) return { records, uploadRequestId };
	if (typeof uploadRequestId !== 'string' || uploadRequestId.length > 36) {
		throw badRequest('upload_request_id', 'up to 36 characters are expected');
	}
	return { records, uploadRequestId };
}
