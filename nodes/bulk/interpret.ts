import type { Obstacle } from './obstacle';
import type { BulkOperation } from './operation';
import type { Answer, FollowUp, Reading } from './reading';
import type { BulkRecord } from './record';
import { CANCELLED_REASON, ownReason, plainText, type Reason } from './outcome';
import { retryAfterMs } from './retry';
import { meaningOf } from './statuses';
import type { WireAnswer } from './wire';

type Answered = Extract<WireAnswer, { kind: 'answered' }>;

/** Gives an HTTP answer its meaning: the status table first, then the vendor's reader. */
export function interpret<G extends object>(
	operation: BulkOperation<G>,
	answered: Answered,
	records: ReadonlyArray<BulkRecord<G>>,
	nowMs: number,
): Reading {
	const answer = parse(operation, answered, nowMs);
	const told = answer.waitMs === undefined ? {} : { waitMs: answer.waitMs };
	const spoken = () => reasonFrom(operation.vendor, answer, operation.readReason(answer));
	switch (meaningOf(answer.status, operation.statuses)) {
		case 'read':
			return answer.body !== undefined || isMeantEmpty(operation, answer)
				? operation.readSuccess(answer, records)
				: { kind: 'lost', reason: unreadable(operation.vendor, answer) };
		case 'refused':
			// Cut off before it said why: the repeated request is refused again, with the reason.
			return isCut(answer)
				? { kind: 'busy', reason: { ...spoken(), retryable: true } }
				: operation.readRefusal(answer, records);
		case 'limited':
			return operation.readLimit(answer);
		case 'busy':
			return { kind: 'busy', reason: { ...spoken(), retryable: true }, ...told };
		case 'lost': {
			const known = operation.readLost?.(answer, records);
			if (known) return known;
			return { kind: 'lost', reason: { ...spoken(), retryable: true }, ...told };
		}
		case 'fatal':
			return { kind: 'fatal', reason: spoken() };
	}
}

function isMeantEmpty(
	{
		emptySuccess = false,
		emptyAcceptance = false,
	}: Pick<BulkOperation<object>, 'emptySuccess' | 'emptyAcceptance'>,
	{ status, text }: Answer,
): boolean {
	if (status === 204) return emptySuccess;
	return status === 202 && emptyAcceptance && text.trim() === '';
}

/** Gives the answer to a question about a batch in the background its meaning. */
export function interpretFollowUp<G extends object>(
	operation: BulkOperation<G>,
	followUp: FollowUp,
	answer: WireAnswer,
	nowMs: number,
): Reading | 'running' {
	const read = (parsed: Answer) => followUp.read(parsed) ?? 'running';
	const heard = interpretQuestion(operation, answer, nowMs, read);
	return 'value' in heard ? heard.value : heard;
}

/**
 * Gives the answer to a question its meaning: the value that was asked for, or what is in the way.
 *
 * @param read reads a 2xx answer; undefined when it is not what was asked for
 */
export function interpretQuestion<G extends object, T>(
	operation: BulkOperation<G>,
	answer: WireAnswer,
	nowMs: number,
	read: (answer: Answer) => T | undefined,
): { readonly value: T } | Obstacle {
	if (answer.kind !== 'answered') {
		const reason =
			answer.kind === 'cancelled'
				? CANCELLED_REASON
				: ownReason(answer.code, answer.message, { retryable: true });
		return answer.kind === 'unsendable' ? { kind: 'fatal', reason } : { kind: 'lost', reason };
	}
	if (meaningOf(answer.status, operation.statuses) !== 'read') {
		const reading = interpret(operation, answer, [], nowMs);
		if (reading.kind !== 'settled' && reading.kind !== 'pending') return reading;
		return { kind: 'lost', reason: unreadable(operation.vendor, parse(operation, answer, nowMs)) };
	}
	const parsed = parse(operation, answer, nowMs);
	const value = parsed.body === undefined ? undefined : read(parsed);
	if (value !== undefined) return { value };
	return { kind: 'lost', reason: unreadable(operation.vendor, parsed) };
}

/** Reads headers and JSON of an answer. */
export function parse(
	operation: Pick<BulkOperation<object>, 'requestIdHeaders'>,
	answered: Answered,
	nowMs: number,
): Answer {
	const { status, headers, text } = answered;
	const waitMs = retryAfterMs(headers['retry-after'], nowMs);
	const requestId = operation.requestIdHeaders.map((name) => headers[name]).find(Boolean);
	return {
		status,
		headers,
		text,
		body: parseJson(text),
		...(waitMs !== undefined && { waitMs }),
		...(requestId !== undefined && { requestId: plainText(requestId) }),
	};
}

function parseJson(text: string): unknown {
	try {
		const body: unknown = JSON.parse(text);
		return typeof body === 'object' && body !== null ? body : undefined;
	} catch {
		return undefined;
	}
}

/** A reason in the vendor's own words, with ours where it has none. */
export function reasonFrom(
	vendor: string,
	answer: Answer,
	words: Partial<Pick<Reason, 'code' | 'message'>>,
): Reason {
	return {
		code: plainText(words.code ?? '') || `HTTP_${answer.status}`,
		message: plainText(words.message ?? '') || statusSentence(vendor, answer),
		reportedBy: 'vendor',
		retryable: false,
		httpStatus: answer.status,
		...(answer.requestId !== undefined && { requestId: answer.requestId }),
	};
}

function statusSentence(vendor: string, answer: Answer): string {
	const { status } = answer;
	if (status >= 300 && status < 400) {
		return `the address answers with a redirect (HTTP ${status}), which is not followed: check the base URL in the credential`;
	}
	if (status === 401) return `${vendor} does not accept the credential (HTTP 401)`;
	if (status === 403) return `the credential is not allowed to do this (HTTP 403)`;
	if (status === 404) return `there is nothing at this address (HTTP 404): check the base URL`;
	return `the answer is HTTP ${status} with ${contentOf(answer)}`;
}

function unreadable(vendor: string, answer: Answer): Reason {
	const message = `the answer is ${contentOf(answer)} instead of ${vendor}'s JSON (HTTP ${answer.status}): if this stays so, check the base URL in the credential`;
	return {
		...reasonFrom(vendor, answer, { code: 'UNREADABLE_ANSWER', message }),
		reportedBy: 'node',
		retryable: true,
	};
}

function isCut({ text, body }: Answer): boolean {
	return body === undefined && /^\s*[{[]/.test(text);
}

function contentOf({ text, body }: Answer): string {
	if (text.trim() === '') return 'an empty body';
	if (/^\s*<(!doctype|html)/i.test(text)) return 'an HTML page';
	return body === undefined ? 'text that is not complete JSON' : 'no message';
}
