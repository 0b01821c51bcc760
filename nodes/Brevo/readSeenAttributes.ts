import type { IExecuteFunctions } from 'n8n-workflow';
import { isRejection, type Rejection } from '../bulk/record';
import { jsonReader } from '../bulk/readJson';
import type { Wire } from '../bulk/wire';
import { isObjectType } from './objectType';
import { readSeen, seenPath, type SeenAttributes } from './seenAttributes';
import { SPEECH } from './speech';

/**
 * Answers that say something of the object type or of its list: 424 is an object without a primary
 * attribute, whose records can be written all the same. The write itself finds out what is wrong.
 */
const NOT_TO_BE_SEEN = new Set<number | undefined>([400, 403, 404, 422, 424]);

/**
 * Reads a page of records of every object type that the items name, once per run: usually one request
 * of the hourly allowance.
 */
export async function readSeenAttributes(
	context: IExecuteFunctions,
	wire: Wire,
	objectTypeOf: (item: number) => unknown,
): Promise<((objectType: string) => SeenAttributes | undefined) | Rejection> {
	const read = jsonReader(context, wire, SPEECH);
	const seen = new Map<string, SeenAttributes>();
	for (const objectType of typesOf(context, objectTypeOf)) {
		const page = await read(seenPath(objectType));
		if (!isRejection(page)) seen.set(objectType, readSeen(page.body));
		else if (!NOT_TO_BE_SEEN.has(page.rejected.httpStatus)) return page;
	}
	return (objectType) => seen.get(objectType);
}

/** What cannot be one is left to the check of its item. */
function typesOf(
	context: IExecuteFunctions,
	objectTypeOf: (item: number) => unknown,
): ReadonlySet<string> {
	const types = new Set<string>();
	for (const item of context.getInputData().keys()) {
		const given = objectTypeOf(item);
		const type = typeof given === 'string' ? given.trim() : given;
		if (isObjectType(type)) types.add(type);
	}
	return types;
}
