import { badRequest, Refusal } from './refusal';
import type { ApiCall } from './world';

const HAL = 'application/hal+json';
const JSON_TYPE = 'application/json';
const JSON_PATCH = 'application/json-patch+json';

/** The parsed body of a call, once its media type and syntax are found good. */
export function readBody(call: ApiCall): unknown {
	const { request, world } = call;
	const declared = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
	if (!isFine(request.method, declared ?? '', call)) {
		const { body } = badRequest('Content-Type', 'unsupported');
		throw new Refusal(world.switches.wrongMediaType, body);
	}
	const parsed = request.json();
	if (!parsed.ok) throw badRequest('body', 'is not JSON');
	return parsed.value;
}

function isFine(method: string, declared: string, { world: { switches } }: ApiCall): boolean {
	if (method !== 'PATCH') {
		return declared === HAL || (declared === JSON_TYPE && switches.writeMediaType === 'halOrJson');
	}
	if (declared === JSON_PATCH) return true;
	if (switches.patchMediaType === 'jsonPatch') return false;
	return declared === JSON_TYPE || /^application\/[^/]+\+json$/.test(declared);
}
