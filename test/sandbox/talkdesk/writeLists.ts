import { isJsonObject } from '../json';
import type { Answer } from '../vendor';
import { hal } from './bulkEnvelope';
import { checkCsv, fileUrl, readUploadedStatus } from './csvFile';
import { readBody } from './readBody';
import { showList } from './readLists';
import { IDENTIFIER_TYPES } from './recordList';
import { badRequest, refusal } from './refusal';
import { listAndBody, type ApiCall } from './world';

const LONGEST_NAME = 120;

/** POST /record-lists: https://docs.talkdesk.com/reference/record-lists-1 */
export function createList(call: ApiCall): Answer {
	const { store, limits, switches } = call.world;
	const body = readBody(call);
	if (!isJsonObject(body)) throw badRequest('body', 'an object is expected');
	const { name, unique_identifier_type: type, csv_metadata: csv } = body;
	if (typeof name !== 'string' || name === '' || name.length > LONGEST_NAME) {
		throw badRequest('name', `1 to ${LONGEST_NAME} characters`);
	}
	const uniqueIdentifierType =
		type === undefined ? 'PHONE_NUMBER' : IDENTIFIER_TYPES.find((one) => one === type);
	if (uniqueIdentifierType === undefined) throw refusal('identifierType');
	if (csv !== undefined) checkCsv(csv);
	if (store.allLists().length >= limits.recordLists) throw badRequest('name', 'no list is left');
	const status = csv === undefined ? switches.newListStatus : 'INCOMPLETE';
	const id = store.putList({ name, uniqueIdentifierType, status });
	return hal(201, {
		id,
		name,
		unique_identifier_type: uniqueIdentifierType,
		status,
		signed_url: fileUrl(call, id),
		_links: { self: { href: `${call.world.url()}/record-lists/${id}` } },
	});
}

/** PATCH /record-lists/{id}: only `/status` to UPLOADED, which begins the validation. */
export function patchList(call: ApiCall): Answer {
	const [list] = listAndBody(call, () => readUploadedStatus(call));
	if (list.status(call.now, call.world.limits.validationMs) !== 'INCOMPLETE') {
		throw refusal('conflict');
	}
	if (!list.fileArrived) throw refusal('fileNotFound');
	list.validationFrom = call.now;
	list.updatedAt = call.now;
	return hal(200, showList(call, list));
}
