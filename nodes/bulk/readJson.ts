import { parse, reasonFrom } from './interpret';
import { isObject, type JsonObject } from './json';
import type { BulkOperation, Rejection } from './operation';
import { ownReason } from './outcome';
import type { Wire } from './wire';

type Words = Pick<BulkOperation<object>, 'vendor' | 'readReason' | 'requestIdHeaders'>;

/**
 * GETs a JSON object that a run needs before it can send anything (a list's definition).
 *
 * @returns the object, or why there is none: then nothing is sent
 */
export async function readJson(
	wire: Wire,
	path: string,
	words: Words,
	nowMs: number,
): Promise<{ readonly body: JsonObject } | Rejection> {
	const answer = await wire({ method: 'GET', path });
	if (answer.kind === 'cancelled') return failed('CANCELLED', 'the execution was cancelled');
	if (answer.kind !== 'answered') {
		return failed(answer.code, `${words.vendor} cannot be read: ${answer.message}`);
	}
	const parsed = parse(words, answer, nowMs);
	const fine = parsed.status >= 200 && parsed.status < 300;
	if (fine && isObject(parsed.body)) return { body: parsed.body };
	return { rejected: reasonFrom(words.vendor, parsed, fine ? {} : words.readReason(parsed)) };
}

function failed(code: string, message: string): Rejection {
	return { rejected: ownReason(code, message, { retryable: true }) };
}
