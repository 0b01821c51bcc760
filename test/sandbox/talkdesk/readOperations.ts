import { isJsonObject, type JsonObject } from '../json';
import { readBody } from './readBody';
import { badRequest } from './refusal';
import type { ApiCall } from './world';

export interface Operation {
	op: 'replace' | 'add';
	id: string;
	value: JsonObject;
}

/** An operation nobody can carry out; only one switch setting lets it come this far. */
export interface Malformed {
	malformed: string;
	id: string | undefined;
}

/**
 * The operations of a bulk update: a bare array, with pointers of the form `/records/{id}` only.
 * https://docs.talkdesk.com/reference/update-list-records
 */
export function readOperations(call: ApiCall): Array<Operation | Malformed> {
	const { switches, limits } = call.world;
	const body = readBody(call);
	if (!Array.isArray(body)) throw badRequest('body', 'an array of operations is expected');
	if (body.length === 0 && switches.emptyBatch === 'refuse') throw badRequest('body', 'is empty');
	if (body.length > limits.operationsPerUpdate) throw badRequest('body', 'too many operations');
	const operations = (body as unknown[]).map(readOperation);
	if (switches.malformedOperation === 'wholeRequest') {
		const bad = operations.find(isMalformed);
		if (bad !== undefined) throw badRequest(bad.malformed, 'missing or unsupported');
	}
	return operations;
}

export function isMalformed(operation: Operation | Malformed): operation is Malformed {
	return 'malformed' in operation;
}

function readOperation(given: unknown): Operation | Malformed {
	if (!isJsonObject(given)) return { malformed: 'operation', id: undefined };
	const { op, path, value } = given;
	const id = typeof path === 'string' ? idIn(path) : undefined;
	if (op !== 'replace' && op !== 'add') return { malformed: 'op', id };
	if (id === undefined) return { malformed: 'path', id };
	if (!isJsonObject(value)) return { malformed: 'value', id };
	return { op, id, value };
}

function idIn(path: string): string | undefined {
	const id = /^\/records\/([^/]+)$/.exec(path)?.[1];
	return id?.includes('~') === true ? id.replaceAll('~1', '/').replaceAll('~0', '~') : id;
}
