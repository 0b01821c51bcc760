import { isJsonObject } from '../json';
import { readBody } from './readBody';
import { badRequest } from './refusal';
import type { ApiCall } from './world';

/** What a delete names: an id, a phone number, or an external reference. */
export type Target = { id: string } | { phone: string } | { provider: string; externalId: string };

const LONGEST_ID = 36;
/** 16 in a bulk delete, though a record's number may have 20 characters. */
const LONGEST_PHONE = 16;

/** How the samples write an item into `reason`. */
export function textOf(target: Target): string {
	if ('id' in target) return target.id;
	if ('phone' in target) return target.phone;
	return `external_provider=${target.provider}, external_id=${target.externalId}`;
}

export function readTargets(call: ApiCall): Target[] {
	const { switches, limits } = call.world;
	const body = readBody(call);
	if (!Array.isArray(body)) throw badRequest('body', 'an array is expected');
	if (body.length === 0) throw badRequest('body', 'is empty');
	if (body.length > limits.itemsPerDelete) throw badRequest('body', 'too many items');
	const targets = (body as unknown[]).map(readTarget);
	const kinds = new Set(targets.map((target) => Object.keys(target)[0]));
	if (kinds.size > 1 && switches.mixedDeleteKinds === 'refuse') {
		throw badRequest('body', 'one kind of identifier per request');
	}
	return targets;
}

function readTarget(item: unknown): Target {
	if (!isJsonObject(item)) throw badRequest('item', 'an object is expected');
	switch (Object.keys(item).sort().join()) {
		case 'id':
			return { id: text(item['id'], 'id', LONGEST_ID) };
		case 'phone_number':
			return { phone: text(item['phone_number'], 'phone_number', LONGEST_PHONE) };
		case 'external_id,external_provider':
			return {
				provider: text(item['external_provider'], 'external_provider'),
				externalId: text(item['external_id'], 'external_id'),
			};
		default:
			throw badRequest('item', 'one identifier is expected');
	}
}

function text(value: unknown, name: string, longest = Infinity): string {
	if (typeof value === 'string' && value !== '' && value.length <= longest) return value;
	throw badRequest(name, 'missing, or too long');
}
