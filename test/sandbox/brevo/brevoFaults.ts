import type { Applied, Fault, RespondFault } from '../fault';
import { PAGE } from '../sendAnswer';
import { ipMessage } from './brevoSandbox';

const REQUEST_ID = 'b2e7ffff-ffff-4fff-8fff-ffffffffffff';
const HTML = { 'content-type': 'text/html; charset=UTF-8' };

interface RateOptions {
	/** Seconds until the hour is over. */
	reset?: number;
	limit?: number;
	/** Leaves the three headers out. */
	bare?: boolean;
	/** Sends Retry-After, which Brevo does not document. */
	retryAfterSeconds?: number;
	/** The body is not documented either. */
	body?: 'json' | 'text' | 'html' | 'empty';
}

/** 429 of the hourly quota. */
export function hourly429({
	reset = 1742,
	limit = 200,
	bare = false,
	retryAfterSeconds,
	body = 'json',
}: RateOptions = {}): RespondFault {
	const bodies = {
		json: { code: 'too_many_requests', message: 'The hourly limit of calls is used up' },
		text: 'The hourly limit of calls is used up',
		html: PAGE,
		empty: undefined,
	};
	return {
		kind: 'respond',
		label: 'hourly429',
		status: 429,
		headers: {
			'sib-request-id': REQUEST_ID,
			...(body === 'html' ? HTML : {}),
			...(bare
				? {}
				: {
						'x-sib-ratelimit-limit': String(limit),
						'x-sib-ratelimit-remaining': '0',
						'x-sib-ratelimit-reset': String(reset),
					}),
			...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
		},
		body: bodies[body],
	};
}

/** 401 as of a key that was deleted in the middle of a run. */
export function keyGone401(): RespondFault {
	return failure('keyGone401', 401, 'unauthorized', 'Key not found');
}

/** 401 of the IP allow-list; the text is what helps. */
export function ipRefused401(
	wording: 'notRecognised' | 'notAuthorised' = 'notRecognised',
): RespondFault {
	const text = ipMessage(wording, 'https://app.brevo.example');
	return failure('ipRefused401', 401, 'unauthorized', text);
}

export function noCredits402(): RespondFault {
	return failure('noCredits402', 402, 'not_enough_credits', 'The credits of this plan are used up');
}

export function noCustomObjects403(): RespondFault {
	const text = 'This account has no access to custom objects';
	return failure('noCustomObjects403', 403, 'permission_denied', text);
}

export function unprocessable422(): RespondFault {
	return failure('unprocessable422', 422, 'unprocessable_entity', 'This cannot be processed');
}

export function noPrimaryAttribute424(): RespondFault {
	const text = 'The primary attribute of this object was not found';
	return failure('noPrimaryAttribute424', 424, 'bad_request', text);
}

/** 500, without or with the batch having been taken on. */
export function server500(
	applied: Applied = 'no',
	{ body = 'json' }: { body?: 'json' | 'empty' } = {},
): RespondFault {
	const fault = failure('server500', 500, 'internal_error', 'Something went wrong on our side');
	return { ...fault, applied, ...(body === 'empty' ? { body: undefined } : {}) };
}

/** 502, 503 or 504 from the edge: a page, not JSON, optionally after the batch was taken on. */
export function gateway(status: 502 | 503 | 504, applied: Applied = 'no'): RespondFault {
	return {
		kind: 'respond',
		label: `gateway${status}`,
		status,
		headers: HTML,
		body: PAGE,
		applied,
	};
}

/** A 2xx that says nothing usable, though the batch was taken on. */
export function acceptedOddly(how: 'noProcessId' | 'html' | 'empty' = 'noProcessId'): Fault {
	const label = 'acceptedOddly';
	if (how === 'html') return { kind: 'html', status: 200, label };
	if (how === 'empty') return { kind: 'emptyBody', label };
	return { kind: 'transform', label, change: ({ message }) => ({ message }) };
}

/** A process that was there a moment ago. Meant for polls. */
export function processLost404(): RespondFault {
	return failure('processLost404', 404, 'document_not_found', 'This processId is invalid');
}

/** Somewhere else, where no key should follow. */
export function redirect302(url: string): RespondFault {
	return { kind: 'respond', label: 'redirect302', status: 302, headers: { location: url } };
}

/** The helpers by name, for POST /admin/faults. */
export const BREVO_FAULTS = {
	hourly429,
	keyGone401,
	ipRefused401,
	noCredits402,
	noCustomObjects403,
	unprocessable422,
	noPrimaryAttribute424,
	server500,
	gateway,
	acceptedOddly,
	processLost404,
	redirect302,
};

function failure(label: string, status: number, code: string, message: string): RespondFault {
	return {
		kind: 'respond',
		label,
		status,
		headers: { 'sib-request-id': REQUEST_ID },
		body: { code, message },
	};
}
