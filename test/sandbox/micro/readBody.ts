import { isJsonObject, type JsonObject } from '../json';
import type { VendorRequest } from '../vendor';
import { badField, Refusal } from './refusal';
import type { MicroSwitches } from './switches';

/** The JSON object of a request, or the error for anything else. */
export function readBody(request: VendorRequest, switches: MicroSwitches): JsonObject {
	const mediaType = request.headers['content-type'] ?? '';
	if (!/^application\/json\s*(;|$)/i.test(mediaType)) {
		const code = switches.wrongMediaType === 415 ? 'unsupported_media_type' : 'invalid_request';
		throw new Refusal(switches.wrongMediaType, code, 'The body has to be application/json');
	}
	const parsed = request.json();
	if (!parsed.ok) throw new Refusal(400, 'invalid_request', 'The body is not valid JSON');
	if (!isJsonObject(parsed.value)) throw badField('.body', 'must be object', 'type');
	return parsed.value;
}
