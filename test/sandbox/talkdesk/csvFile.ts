import { isJsonObject } from '../json';
import type { Answer, VendorRequest } from '../vendor';
import { hal } from './bulkEnvelope';
import { readBody } from './readBody';
import type { UploadRequest } from './recordList';
import { badRequest, refusal, Refusal } from './refusal';
import type { TalkdeskStore } from './store';
import { findList, listAndBody, type ApiCall } from './world';

const FILES = '/files/';
const LARGEST = 100_000_000;

/** Where the CSV file of a list or of an upload request goes; needs no token. */
export function fileUrl({ world }: ApiCall, id: string): string {
	return `${world.url()}${FILES}${id}`;
}

export function isFile({ method, path }: VendorRequest): boolean {
	return method === 'PUT' && path.startsWith(FILES);
}

/** PUT to a signed URL. The rows are not read: the nodes write with the bulk endpoints. */
export function takeFile(store: TalkdeskStore, request: VendorRequest): Answer {
	const id = request.path.slice(FILES.length);
	const target =
		store.list(id) ?? store.allLists().flatMap(({ uploads }) => uploads.get(id) ?? [])[0];
	if (target === undefined) throw new Refusal(403, undefined);
	target.fileArrived = true;
	return { status: 200, headers: {}, body: undefined };
}

export function checkCsv(csv: unknown): void {
	const good =
		isJsonObject(csv) &&
		typeof csv['filename'] === 'string' &&
		csv['filename'].length >= 1 &&
		csv['filename'].length <= 35 &&
		Number.isInteger(csv['byte_size']) &&
		Number(csv['byte_size']) >= 1 &&
		Number(csv['byte_size']) <= LARGEST &&
		typeof csv['checksum'] === 'string' &&
		csv['content_type'] === 'text/csv';
	if (!good) throw refusal('csvMetadata');
}

/** The one change that lists and upload requests know. */
export function readUploadedStatus(call: ApiCall): void {
	const body = readBody(call);
	const step: unknown = Array.isArray(body) && body.length === 1 ? body[0] : undefined;
	if (!isJsonObject(step) || step['op'] !== 'replace' || step['path'] !== '/status') {
		throw badRequest('body', 'one replace of /status is expected');
	}
	if (step['value'] !== 'UPLOADED') throw badRequest('value', 'unsupported');
}

/** POST /record-lists/{id}/upload-requests */
export function createUpload(call: ApiCall): Answer {
	const [list] = listAndBody(call, () => {
		const body = readBody(call);
		if (!isJsonObject(body)) throw badRequest('body', 'an object is expected');
		checkCsv(body['csv_metadata']);
	});
	const upload = call.world.store.addUpload(list);
	return hal(201, { ...shown(upload, list.id), signed_url: fileUrl(call, upload.id) });
}

/** PATCH /record-lists/{id}/upload-requests/{uid} */
export function patchUpload(call: ApiCall): Answer {
	const list = findList(call);
	const upload = list.uploads.get(call.segments[3] ?? '');
	if (upload === undefined) throw refusal('uploadNotFound');
	readUploadedStatus(call);
	if (upload.status !== 'INCOMPLETE') throw refusal('uploadConflict');
	if (!upload.fileArrived) throw refusal('fileNotFound');
	upload.status = 'UPLOADED';
	return hal(200, shown(upload, list.id));
}

function shown({ id, status }: UploadRequest, listId: string) {
	return { id, record_list_id: listId, status };
}
