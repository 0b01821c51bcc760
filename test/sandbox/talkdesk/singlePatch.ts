import { isJsonObject } from '../json';
import type { Answer } from '../vendor';
import { hal } from './bulkEnvelope';
import { fieldError } from './fieldErrors';
import { phoneIsTaken } from './judgeUpdate';
import { readBody } from './readBody';
import { showRecord, type RecordData } from './record';
import { badRequest } from './refusal';
import { findRecord } from './singleRecord';
import type { TalkdeskSwitches } from './switches';
import { listAndBody, type ApiCall } from './world';

const IN_ENUM = new Set(['extra_data', 'priority']);
const IN_PROSE = new Set([...IN_ENUM, 'first_name', 'last_name', 'timezone', 'phone_numbers']);

interface Step {
	op: 'add' | 'replace';
	field: string;
	/** Below extra_data. */
	key: string | undefined;
	value: unknown;
}

/**
 * PATCH /record-lists/{id}/records/{rid}: pointers into the record, unlike the bulk endpoint's.
 * All steps or none. https://docs.talkdesk.com/reference/update-a-record
 */
export function patchRecord(call: ApiCall): Answer {
	const { switches, store, url } = call.world;
	const [list, steps] = listAndBody(call, () => {
		const body = readBody(call);
		if (!Array.isArray(body) || body.length === 0) {
			throw badRequest('body', 'an array of operations is expected');
		}
		return (body as unknown[]).map((step) => readStep(step, switches));
	});
	const record = findRecord(list, call);
	let data = record.data;
	for (const step of steps) data = taken(data, step, switches);
	if (
		data.phone_numbers !== record.data.phone_numbers &&
		phoneIsTaken(list, data.phone_numbers, record.id)
	) {
		throw badRequest('phone_numbers', 'PHONE_NUMBER_NOT_UNIQUE');
	}
	const from = { callIndex: call.request.callIndex, position: 0 };
	store.update(list, record, data, call.now, from);
	return hal(200, showRecord(record, url()));
}

function readStep(given: unknown, switches: TalkdeskSwitches): Step {
	if (!isJsonObject(given)) throw badRequest('operation', 'an object is expected');
	const { op, path, value } = given;
	if (op !== 'add' && op !== 'replace') throw badRequest('op', 'unsupported');
	if (value === undefined) throw badRequest('value', 'missing');
	const pointer = /^\/([^/]+)(?:\/([^/]+))?$/.exec(typeof path === 'string' ? path : '');
	const field = pointer?.[1] ?? '';
	const key = pointer?.[2]?.replaceAll('~1', '/').replaceAll('~0', '~');
	const fields = switches.singlePatchPaths === 'prose' ? IN_PROSE : IN_ENUM;
	const fits = key === undefined ? op === 'replace' : field === 'extra_data';
	if (!fields.has(field) || !fits) throw badRequest('path', 'unsupported');
	return { op, field, key, value };
}

function taken(data: RecordData, step: Step, switches: TalkdeskSwitches): RecordData {
	const { op, field, key, value } = step;
	if (key !== undefined) {
		if (op === 'replace' && !Object.hasOwn(data.extra_data, key)) {
			throw badRequest('path', 'nothing there to replace');
		}
		return { ...data, extra_data: { ...data.extra_data, [key]: value } };
	}
	const error = fieldError(field, value, switches);
	if (error !== undefined) throw badRequest(field, error);
	return { ...data, [field]: value };
}
