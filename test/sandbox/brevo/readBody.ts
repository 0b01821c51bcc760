import { isJsonObject, type JsonObject } from '../json';
import type { VendorRequest } from '../vendor';
import { invalid, Refusal } from './refusal';
import type { BrevoSwitches } from './switches';

/** A gateway turns large bodies away before anyone reads them. */
export function checkSize(request: VendorRequest, switches: BrevoSwitches): void {
	if (request.body.length <= switches.maxBodyBytes) return;
	const { oversizeStatus } = switches;
	const code = oversizeStatus === 413 ? 'bad_request' : 'invalid_parameter';
	throw new Refusal(oversizeStatus, code, 'The request body is larger than 1 MB');
}

export function readBody(request: VendorRequest, switches: BrevoSwitches): JsonObject {
	const { wrongMediaType } = switches;
	const mediaType = request.headers['content-type'] ?? '';
	if (wrongMediaType !== 'accept' && !/^application\/json\s*(;|$)/i.test(mediaType)) {
		throw new Refusal(wrongMediaType, 'bad_request', 'The body is not declared as JSON');
	}
	const parsed = request.json();
	if (!parsed.ok) throw invalid('The body is not valid JSON', 'bad_request');
	if (!isJsonObject(parsed.value)) throw invalid('The body has to be a JSON object', 'bad_request');
	return parsed.value;
}
