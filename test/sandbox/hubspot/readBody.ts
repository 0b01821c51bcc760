import { isJsonObject, type JsonObject } from '../json';
import type { VendorRequest } from '../vendor';
import { lineAndColumn, offsetOf, syntaxOffset } from './jsonPosition';
import { Refusal, unreadable } from './refusal';
import type { HubSpotSwitches } from './switches';

/** The JSON object of a request, or the error HubSpot's reading layer gives for anything else. */
export function readBody(request: VendorRequest, switches: HubSpotSwitches): JsonObject {
	const mediaType = request.headers['content-type'] ?? '';
	if (!/^application\/json\s*(;|$)/i.test(mediaType)) {
		throw new Refusal(switches.wrongMediaType, undefined);
	}
	if (switches.maxBodyBytes !== undefined && request.body.length > switches.maxBodyBytes) {
		throw new Refusal(413, undefined);
	}
	const parsed = request.json();
	if (!parsed.ok) {
		const text = request.text();
		throw unreadable(
			`Invalid input JSON on ${lineAndColumn(text, syntaxOffset(text, parsed.error))}: ` +
				`${text.trim() === '' ? 'No content to map' : 'Unexpected character'}`,
		);
	}
	if (!isJsonObject(parsed.value)) throw misfit(request, [], 'an object', parsed.value);
	return parsed.value;
}

/** A value of the wrong JSON type, told by its place in the text. */
export function misfit(
	request: VendorRequest,
	path: ReadonlyArray<string | number>,
	wanted: string,
	found: unknown,
): Refusal {
	const place = lineAndColumn(request.text(), offsetOf(request.text(), path));
	const kind = found === null ? 'null' : Array.isArray(found) ? 'an array' : `a ${typeof found}`;
	return unreadable(
		`Invalid input JSON on ${place}: Cannot deserialize value of ${wanted} from ${kind}`,
	);
}

export function missingField(
	request: VendorRequest,
	path: ReadonlyArray<string | number>,
	field: string,
): Refusal {
	const place = lineAndColumn(request.text(), offsetOf(request.text(), path));
	return unreadable(`Invalid input JSON on ${place}: Required field was not set: [${field}]`);
}
