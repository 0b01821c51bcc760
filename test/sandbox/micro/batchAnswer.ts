import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import type { Problem } from './convertValue';
import { badField, Refusal } from './refusal';
import type { MicroSwitches } from './switches';
import type { World } from './world';

export const LARGEST_BATCH = 100;

/** One entry of `results`; batches never carry an index. */
export interface ItemResult {
	id: string | null;
	status: 'ok' | 'error';
	record?: JsonObject;
	error?: JsonObject;
}

/** The list of a batch body, or the 400 that applies nothing. */
export function readEntries(world: World, body: JsonObject, name: 'items' | 'ids'): unknown[] {
	const entries = body[name];
	const field = `.body.${name}`;
	if (entries === undefined) throw badField(field, `must have '${name}'`, 'required');
	if (!Array.isArray(entries)) throw badField(field, 'must be array', 'type');
	if (entries.length === 0 && world.switches.emptyBatch === 'refuse') {
		throw badField(field, 'must not have fewer than 1 items', 'minItems');
	}
	if (entries.length > LARGEST_BATCH) {
		const message = `must not have more than ${LARGEST_BATCH} items`;
		throw badField(field, message, 'maxItems', world.switches.oversizedBatch);
	}
	return entries as unknown[];
}

/**
 * 200 whatever became of the items:
 * https://docs.micro.so/api/go/resources/prism/subresources/objects/subresources/contacts/methods/bulk_update
 */
export function batchAnswer({ switches, random }: World, results: ItemResult[]): Answer {
	const succeeded = results.reduce((sum, { status }) => sum + (status === 'ok' ? 1 : 0), 0);
	const total = results.length;
	if (switches.batchOrder === 'shuffle') random.shuffle(results);
	if (switches.batchOrder === 'reverse') results.reverse();
	return {
		status: 200,
		headers: {},
		body: { results, summary: { total, succeeded, failed: total - succeeded } },
	};
}

export function failed(
	switches: MicroSwitches,
	id: string | null,
	code: string,
	message: string,
): ItemResult {
	return { id, status: 'error', error: itemError(switches, code, message) };
}

/** `{code?, message?}`: both keys are optional. */
export function itemError(switches: MicroSwitches, code: string, message: string): JsonObject {
	switch (switches.itemErrors) {
		case 'full':
			return { code, message };
		case 'messageOnly':
			return { message };
		case 'codeOnly':
			return { code };
		case 'empty':
			return {};
	}
}

export const inWords = (problems: readonly Problem[]): string =>
	problems.map(({ field, message }) => `${field} ${message}`).join('; ');

/** Which entries to work on when ids repeat; undefined for those that are dropped. */
export function withoutRepeats<T>(
	switches: MicroSwitches,
	entries: readonly T[],
	idOf: (entry: T) => string | undefined,
	field: string,
): T[] {
	if (switches.duplicateIds === 'applyEach') return [...entries];
	const last = new Map<string, number>();
	entries.forEach((entry, position) => {
		const id = idOf(entry);
		if (id === undefined) return;
		if (last.has(id) && switches.duplicateIds === 'refuse') {
			throw new Refusal(400, 'invalid_request', 'An id comes twice', {
				errors: [{ field: `${field}[${position}]`, message: 'comes twice', code: 'duplicate_id' }],
			});
		}
		last.set(id, position);
	});
	return entries.filter((entry, position) => {
		const id = idOf(entry);
		return id === undefined || last.get(id) === position;
	});
}
