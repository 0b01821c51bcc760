import type { Applied, Fault, RespondFault } from '../fault';
import { isJsonObject } from '../json';
import { PAGE } from '../sendAnswer';
import { HAL_JSON } from './bulkEnvelope';
import { refusal, type ErrorName } from './refusal';
import { tooManyBody, type WaitHint } from './tooMany';

/** 429 with the wait in a header, in the body, or nowhere. */
export function tooMany429(hint: WaitHint = 'none', seconds = 1): RespondFault {
	return { kind: 'respond', label: 'tooMany429', status: 429, ...tooManyBody(hint, seconds) };
}

/** The token is refused in the middle of a run, whatever its age. */
export function unauthorized401(): RespondFault {
	return known('unauthorized401', 'unauthenticated');
}

/** The token lost its scope. */
export function forbidden403(): RespondFault {
	return known('forbidden403', 'scopes');
}

/** An address outside the account's allow list, kept out before the API; its words are ours. */
export function blockedAddress403(): RespondFault {
	return page('blockedAddress403', 403);
}

/** Listed for a single PATCH; when it comes is not said. */
export function notAvailable422(): RespondFault {
	return {
		kind: 'respond',
		label: 'notAvailable422',
		status: 422,
		headers: HAL_JSON,
		body: { code: '0530905', message: 'Resource is not available for this operation.' },
	};
}

/** 500 in the API's own envelope. */
export function broken500(applied: Applied = 'no'): RespondFault {
	return {
		kind: 'respond',
		label: 'broken500',
		status: 500,
		headers: HAL_JSON,
		body: { code: '0530999', message: 'Something broke on this side' },
		applied,
	};
}

/** 502, 503 or 504 as a web page, optionally after the write went through. */
export function gateway(status: 502 | 503 | 504, applied: Applied = 'no'): RespondFault {
	return { ...page(`gateway${status}`, status), applied };
}

/** 202 with no body where a result was due. */
export function accepted202(applied: Applied = 'before'): RespondFault {
	return { kind: 'respond', label: 'accepted202', status: 202, applied };
}

/** The token endpoint refuses a client it knew. */
export function invalidClient401(): RespondFault {
	return {
		kind: 'respond',
		label: 'invalidClient401',
		status: 401,
		headers: { 'content-type': 'application/json' },
		body: { error: 'invalid_client', error_description: 'Bad client credentials' },
	};
}

/** 302 to somewhere else, where no credential should follow. */
export function redirect302(url: string): RespondFault {
	return { kind: 'respond', label: 'redirect302', status: 302, headers: { location: url } };
}

/** The last entries of a bulk answer are missing; the counters do not show it. */
export function lostEntries(count = 1): Fault {
	return {
		kind: 'transform',
		label: 'lostEntries',
		change: (body) => {
			const embedded = body['_embedded'];
			const records = isJsonObject(embedded) ? embedded['records'] : undefined;
			if (!Array.isArray(records)) return body;
			return { ...body, _embedded: { records: records.slice(0, -count) } };
		},
	};
}

/** has_errors and the counter deny the errors that stand in the entries. */
export function flagLies(): Fault {
	return {
		kind: 'transform',
		label: 'flagLies',
		change: (body) => ({ ...body, has_errors: false, total_errors: 0 }),
	};
}

/** The helpers that can be asked for by name over HTTP. */
export const TALKDESK_FAULTS = {
	tooMany429,
	unauthorized401,
	forbidden403,
	blockedAddress403,
	notAvailable422,
	broken500,
	gateway,
	accepted202,
	invalidClient401,
	redirect302,
};

function known(label: string, name: ErrorName): RespondFault {
	const { status, body } = refusal(name);
	return { kind: 'respond', label, status, headers: HAL_JSON, body };
}

function page(label: string, status: number): RespondFault {
	return {
		kind: 'respond',
		label,
		status,
		headers: { 'content-type': 'text/html; charset=UTF-8' },
		body: PAGE,
	};
}
