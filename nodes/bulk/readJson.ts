import type { Clock } from './clock';
import { parse, reasonFrom } from './interpret';
import { isObject, type JsonObject } from './json';
import type { Answer, BulkOperation, Rejection } from './operation';
import { ownReason } from './outcome';
import { backoffMs } from './retry';
import { meaningOf } from './statuses';
import type { Wire } from './wire';

type Words = Pick<BulkOperation<object>, 'vendor' | 'readReason' | 'requestIdHeaders'>;

export interface ReadJsonSettings {
	readonly words: Words;
	readonly clock: Clock;
	readonly maxRetries: number;
	readonly maxWaitMs: number;
	readonly signal: AbortSignal | undefined;
}

/**
 * GETs a JSON object that a run needs before it can send anything (a list's definition). Asked again
 * like a batch where the answer was lost or the vendor was busy; reading is always safe to repeat.
 *
 * @returns the object, or why there is none: then nothing is sent
 */
export async function readJson(
	wire: Wire,
	path: string,
	settings: ReadJsonSettings,
): Promise<{ readonly body: JsonObject } | Rejection> {
	const { clock, maxRetries, maxWaitMs } = settings;
	const signal = settings.signal ?? new AbortController().signal;
	for (let repeats = 0; ; repeats++) {
		const read = await readOnce(wire, path, settings);
		if (!('again' in read)) return read;
		const waitMs = read.waitMs ?? backoffMs(repeats, clock.random());
		if (repeats >= maxRetries || waitMs > maxWaitMs || signal.aborted) return read.again;
		await clock.sleep(waitMs, signal);
	}
}

/** It may be asked again, and what to say when it is not. */
interface Again {
	readonly again: Rejection;
	readonly waitMs?: number;
}

async function readOnce(
	wire: Wire,
	path: string,
	{ words, clock }: ReadJsonSettings,
): Promise<{ readonly body: JsonObject } | Rejection | Again> {
	const answer = await wire({ method: 'GET', path });
	if (answer.kind === 'cancelled') return failed('CANCELLED', 'the execution was cancelled');
	if (answer.kind !== 'answered') {
		const failure = failed(answer.code, `${words.vendor} cannot be read: ${answer.message}`);
		return answer.kind === 'unsendable' ? failure : { again: failure };
	}
	const parsed = parse(words, answer, clock.now());
	const meaning = meaningOf(parsed.status);
	if (meaning === 'read' && isObject(parsed.body)) return { body: parsed.body };
	const refusal = said(words, parsed, meaning === 'read');
	if (meaning === 'fatal' || meaning === 'refused') return refusal;
	return { again: refusal, ...(parsed.waitMs !== undefined && { waitMs: parsed.waitMs }) };
}

function said(words: Words, answer: Answer, unreadable: boolean): Rejection {
	return { rejected: reasonFrom(words.vendor, answer, unreadable ? {} : words.readReason(answer)) };
}

function failed(code: string, message: string): Rejection {
	return { rejected: ownReason(code, message, { retryable: true }) };
}
