import type { IExecuteFunctions } from 'n8n-workflow';
import { systemClock, type Clock } from './clock';
import { parse, reasonFrom } from './interpret';
import { isObject, type JsonObject } from './json';
import type { Speech } from './operation';
import type { Answer, Limit } from './reading';
import type { Rejection } from './record';
import { ownReason } from './outcome';
import { backoffMs } from './retry';
import { readSettings } from './settings';
import { meaningOf } from './statuses';
import type { Wire } from './wire';

export interface ReadJsonSettings {
	readonly speech: Speech;
	readonly clock: Clock;
	readonly maxRetries: number;
	readonly maxWaitMs: number;
	readonly signal: AbortSignal | undefined;
}

/** GETs a JSON object of the account by its path. */
export type ReadJson = (path: string) => Promise<{ readonly body: JsonObject } | Rejection>;

/** {@link readJson} by the node's own settings. */
export function jsonReader(context: IExecuteFunctions, wire: Wire, speech: Speech): ReadJson {
	const { maxRetries, maxWaitMs } = readSettings(context);
	const signal = context.getExecutionCancelSignal();
	const settings = { speech, clock: systemClock, maxRetries, maxWaitMs, signal };
	return async (path) => await readJson(wire, path, settings);
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
	{ speech, clock }: ReadJsonSettings,
): Promise<{ readonly body: JsonObject } | Rejection | Again> {
	const answer = await wire({ method: 'GET', path });
	if (answer.kind === 'cancelled') return failed('CANCELLED', 'the execution was cancelled');
	if (answer.kind !== 'answered') {
		const failure = failed(answer.code, `${speech.vendor} cannot be read: ${answer.message}`);
		return answer.kind === 'unsendable' ? failure : { again: failure };
	}
	const parsed = parse(speech, answer, clock.now());
	const meaning = meaningOf(parsed.status, speech.statuses);
	if (meaning === 'read' && isObject(parsed.body)) return { body: parsed.body };
	if (meaning === 'limited') return limited(speech.readLimit(parsed));
	const refusal = said(speech, parsed, meaning === 'read');
	if (meaning === 'fatal' || meaning === 'refused') return refusal;
	return { again: refusal, ...(parsed.waitMs !== undefined && { waitMs: parsed.waitMs }) };
}

/** An allowance that is gone is not waited for. */
function limited(limit: Limit): Rejection | Again {
	const refusal = { rejected: limit.reason };
	if (limit.kind === 'exhausted') return refusal;
	const { waitMs } = limit;
	return { again: refusal, ...(waitMs !== undefined && { waitMs }) };
}

function said(speech: Speech, answer: Answer, unreadable: boolean): Rejection {
	return {
		rejected: reasonFrom(speech.vendor, answer, unreadable ? {} : speech.readReason(answer)),
	};
}

function failed(code: string, message: string): Rejection {
	return { rejected: ownReason(code, message, { retryable: true }) };
}
