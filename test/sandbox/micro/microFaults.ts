import type { Applied, Fault, RespondFault } from '../fault';
import { isJsonObject, type JsonObject } from '../json';
import { PAGE } from '../sendAnswer';

const REQUEST_ID = 'req_fault';

interface RateOptions {
	/** Seconds in Retry-After; null leaves the header out. */
	retryAfter?: number | string | null;
	body?: 'flat' | 'envelope' | 'html' | 'empty';
}

/** 429 of the ten a second. */
export function rate429({ retryAfter = 1, body = 'flat' }: RateOptions = {}): RespondFault {
	return {
		...refusal('rate429', 429, 'rate_limited', 'Too Many Requests', body),
		headers: retryAfter === null ? {} : { 'Retry-After': String(retryAfter) },
	};
}

/** 429 of a month that is used up: the same, but for the number. */
export function month429({
	retryAfter = 1_209_600,
	body = 'flat',
}: RateOptions = {}): RespondFault {
	return { ...rate429({ retryAfter, body }), label: 'month429' };
}

export const noKey401 = (): RespondFault =>
	refusal('noKey401', 401, 'unauthorized', 'Unauthorized', 'flat');
export const badKey403 = (): RespondFault =>
	refusal('badKey403', 403, 'forbidden', 'Forbidden', 'flat');

/** 500 of the app. By default nothing was written. */
export function internal500(applied: Applied = 'no'): RespondFault {
	const text = 'Something went wrong';
	return { ...refusal('internal500', 500, 'internal_error', text, 'envelope'), applied };
}

/** 500 after the write went through; `details` say what was saved, in no published shape. */
export function writeCommitted500(details: JsonObject = {}): RespondFault {
	return {
		...appError('writeCommitted500', 'write_committed', 'Saved, but a later step failed', details),
		applied: 'before',
	};
}

/** 500 that leaves open whether anything was written. */
export function writeOutcomeUnknown500(applied: Applied = 'before'): RespondFault {
	const text = 'Nobody knows whether this was saved';
	return { ...appError('writeOutcomeUnknown500', 'write_outcome_unknown', text, {}), applied };
}

/** 502, 503 or 504 from the gateway, optionally after the write went through. */
export function microGateway(
	status: 502 | 503 | 504,
	{ body = 'flat', applied = 'no' }: { body?: 'flat' | 'html' | 'empty'; applied?: Applied } = {},
): RespondFault {
	const text = { 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Endpoint timed out' };
	return { ...refusal(`gateway${status}`, status, '', text[status], body), applied };
}

/** The write goes through and no answer ever comes. */
export const timeoutAfterApply = (): Fault => ({
	kind: 'hang',
	applied: 'before',
	label: 'timeoutAfterApply',
});

/** 409 for a key, whatever the key: mismatch, stale, or its first call still running. */
export function keyConflict409(
	code: 'idempotency_key_mismatch' | 'idempotency_key_stale' | 'idempotency_key_in_use',
): RespondFault {
	return refusal('keyConflict409', 409, code, 'The key cannot be used for this', 'envelope');
}

export const tooLarge413 = (): RespondFault =>
	refusal('tooLarge413', 413, 'payload_too_large', 'Request Entity Too Large', 'flat');

/** A result goes missing (the last one, or the one at `position`); the summary still counts it. */
export const missingResult = (position = -1): Fault =>
	changeResults('missingResult', (results) => results.splice(position, 1));

/** A result for a record nobody asked about. */
export const extraResult = (id = '00000000-0000-4000-8000-00000000feed'): Fault =>
	changeResults('extraResult', (results) => results.push({ id, status: 'ok', record: { id } }));

/** Failed results without their error object. */
export const noErrorObject = (): Fault =>
	changeResults('noErrorObject', (results) => {
		for (const result of results) if (isJsonObject(result)) delete result['error'];
	});

/** Results that all say they have no id. */
export const nullIds = (): Fault =>
	changeResults('nullIds', (results) => {
		for (const result of results) if (isJsonObject(result)) result['id'] = null;
	});

/** A status that is neither ok nor error, on the first result. */
export const unknownStatus = (status = 'queued'): Fault =>
	changeResults('unknownStatus', ([first]) => {
		if (isJsonObject(first)) first['status'] = status;
	});

/** A summary that does not fit the results. */
export const wrongSummary = (): Fault => ({
	kind: 'transform',
	label: 'wrongSummary',
	change: (body) => ({ ...body, summary: { total: 0, succeeded: 0, failed: 0 } }),
});

/** No results at all, though the summary claims success. */
export const noResults = (): Fault => ({
	kind: 'transform',
	label: 'noResults',
	change: ({ results: _, ...rest }) => rest,
});

/** The helpers by name, for POST /admin/faults. */
export const MICRO_FAULTS = {
	rate429,
	month429,
	noKey401,
	badKey403,
	internal500,
	writeCommitted500,
	writeOutcomeUnknown500,
	microGateway,
	timeoutAfterApply,
	keyConflict409,
	tooLarge413,
	missingResult,
	extraResult,
	noErrorObject,
	nullIds,
	unknownStatus,
	wrongSummary,
	noResults,
};

function changeResults(label: string, change: (results: unknown[]) => unknown): Fault {
	return {
		kind: 'transform',
		label,
		change(body) {
			// A copy: the answer may be kept to be replayed under its idempotency key.
			const changed = structuredClone(body);
			if (Array.isArray(changed['results'])) change(changed['results'] as unknown[]);
			return changed;
		},
	};
}

function refusal(
	label: string,
	status: number,
	code: string,
	message: string,
	body: 'flat' | 'envelope' | 'html' | 'empty',
): RespondFault {
	const fault: RespondFault = { kind: 'respond', label, status };
	if (body === 'flat') return { ...fault, body: { message } };
	if (body === 'empty') return fault;
	if (body === 'html') return { ...fault, headers: { 'content-type': 'text/html' }, body: PAGE };
	return {
		...fault,
		headers: { 'x-request-id': REQUEST_ID },
		body: { error: { code, message, request_id: REQUEST_ID } },
	};
}

function appError(label: string, code: string, message: string, details: JsonObject): RespondFault {
	return {
		kind: 'respond',
		label,
		status: 500,
		headers: { 'x-request-id': REQUEST_ID },
		body: { error: { code, message, request_id: REQUEST_ID, details } },
	};
}
