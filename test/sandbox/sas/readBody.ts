import { isJsonObject, type JsonObject } from '../json';
import type { VendorRequest } from '../vendor';
import { invalid } from './refusal';

export function readBody(request: VendorRequest): JsonObject {
	const parsed = request.json();
	if (!parsed.ok) {
		throw invalid(request.body.length === 0 ? 'The body is empty.' : 'The body is not valid JSON.');
	}
	if (!isJsonObject(parsed.value)) throw invalid('The body is not a JSON object.');
	return parsed.value;
}
