import type { Applied, Fault, RespondFault } from '../fault';
import { PAGE } from '../sendAnswer';
import { ERROR_TYPE, sasError } from './refusal';

const CORRELATOR = '0c0ffee0-ffff-4fff-8fff-ffffffffffff';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** 401 as after the hour of a token: the header says it has expired. */
export function expired401(): RespondFault {
	return {
		...failure('expired401', 401, 'Log on first.'),
		headers: {
			'content-type': ERROR_TYPE,
			'WWW-Authenticate':
				'Bearer realm="oauth", error="invalid_token", ' +
				'error_description="The access token expired; renew it"',
		},
	};
}

/** 401 that does not say why. */
export function bare401(): RespondFault {
	return { kind: 'respond', label: 'bare401', status: 401 };
}

export function forbidden403(): RespondFault {
	return failure('forbidden403', 403, 'This is not allowed to you.');
}

export function conflict409(
	why: 'revision' | 'job' | 'immutable' | 'other' = 'revision',
): RespondFault {
	const words = {
		revision: 'The newest revision of this list is not the deployed one.',
		job: 'A job is at work on this list.',
		immutable: 'An immutable list is loaded once only.',
		other: 'Something is in the way.',
	};
	return failure('conflict409', 409, words[why]);
}

/** 413 from the proxy: a page. */
export function tooLarge413(): RespondFault {
	return page('tooLarge413', 413);
}

/** 429 from the proxy: SAS documents none, with whatever body the proxy is set up to send. */
export function rate429({
	retryAfter,
	body = 'html',
}: { retryAfter?: number | string; body?: 'html' | 'json' | 'empty' } = {}): RespondFault {
	const headers: Record<string, string> =
		retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
	if (body === 'html') Object.assign(headers, HTML);
	return {
		kind: 'respond',
		label: 'rate429',
		status: 429,
		headers,
		...(body === 'html' ? { body: PAGE } : {}),
		...(body === 'json' ? { body: { message: 'Too many requests' } } : {}),
	};
}

/** 500 of the service itself, optionally after the write went through. */
export function internal500(applied: Applied = 'no'): RespondFault {
	return { ...failure('internal500', 500, 'Something went wrong inside.'), applied };
}

/** 502, 503 or 504 from the proxy: a page, optionally after the write went through. */
export function sasGateway(status: 502 | 503 | 504, applied: Applied = 'no'): RespondFault {
	return { ...page(`gateway${status}`, status), applied };
}

/** The right answer, so long after the write that a client has given up. */
export function lateAnswer(afterMs: number): Fault {
	return { kind: 'slow', label: 'lateAnswer', afterMs };
}

/** Sent to the login page, as browsers without a token are. */
export function loginRedirect302(url = '/SASLogon/login'): RespondFault {
	return { kind: 'respond', label: 'loginRedirect302', status: 302, headers: { location: url } };
}

/** 200 with the login page: what a client sees that followed the redirect. */
export function loginPage200(): RespondFault {
	return page('loginPage200', 200);
}

/** SASLogon does not take the user or client; for rules on /SASLogon/oauth/token. */
export function badCredentials401(): RespondFault {
	return {
		kind: 'respond',
		label: 'badCredentials401',
		status: 401,
		headers: { 'content-type': 'application/json;charset=UTF-8' },
		body: { error: 'unauthorized', error_description: 'Bad credentials' },
	};
}

/** The helpers by name, for POST /admin/faults. */
export const SAS_FAULTS = {
	expired401,
	bare401,
	forbidden403,
	conflict409,
	tooLarge413,
	rate429,
	internal500,
	sasGateway,
	lateAnswer,
	loginRedirect302,
	loginPage200,
	badCredentials401,
};

function failure(label: string, status: number, message: string): RespondFault {
	return {
		kind: 'respond',
		label,
		status,
		headers: { 'content-type': ERROR_TYPE },
		body: sasError(status, message, { details: [`correlator: ${CORRELATOR}`] }),
	};
}

function page(label: string, status: number): RespondFault {
	return { kind: 'respond', label, status, headers: { ...HTML }, body: PAGE };
}
