import type { Applied, RespondFault } from '../fault';
import { PAGE } from '../sendAnswer';

const CORRELATION = '5a4db0c5-ffff-4fff-8fff-ffffffffffff';

interface RateOptions {
	/** Sends Retry-After, which HubSpot does not document for 429. */
	retryAfterSeconds?: number;
	/** Leaves the rate limit headers out. */
	bare?: boolean;
}

/** 429 of the rolling ten seconds. */
export function burst429({ retryAfterSeconds, bare = false }: RateOptions = {}): RespondFault {
	return {
		kind: 'respond',
		label: 'burst429',
		status: 429,
		headers: {
			...(bare
				? {}
				: {
						'X-HubSpot-RateLimit-Max': '190',
						'X-HubSpot-RateLimit-Remaining': '0',
						'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
					}),
			...retryAfter(retryAfterSeconds),
			'x-hubspot-correlation-id': CORRELATION,
		},
		body: rateBody('TEN_SECONDLY_ROLLING'),
	};
}

/** 429 of the daily quota: no use in waiting. */
export function daily429({ retryAfterSeconds, bare = false }: RateOptions = {}): RespondFault {
	return {
		kind: 'respond',
		label: 'daily429',
		status: 429,
		headers: {
			...(bare
				? {}
				: { 'X-HubSpot-RateLimit-Daily': '625000', 'X-HubSpot-RateLimit-Daily-Remaining': '0' }),
			...retryAfter(retryAfterSeconds),
			'x-hubspot-correlation-id': CORRELATION,
		},
		body: rateBody('DAILY'),
	};
}

/** 423: other writers hold the records; the lock lasts two seconds. */
export function locked423(): RespondFault {
	return failure('locked423', 423, {
		status: 'error',
		message: 'These records are locked by other writes',
		correlationId: CORRELATION,
		category: 'LOCKED',
	});
}

/** 477: the account is moving to another data centre. */
export function migrating477(retryAfterSeconds = 3600): RespondFault {
	return {
		...failure('migrating477', 477, {
			status: 'error',
			message: 'This account is being moved to another data centre',
			correlationId: CORRELATION,
			category: 'MIGRATION_IN_PROGRESS',
		}),
		headers: { 'Retry-After': String(retryAfterSeconds) },
	};
}

/** 502, 503 or 504 from the gateway, optionally after the write went through. */
export function gateway(status: 502 | 503 | 504, applied: Applied = 'no'): RespondFault {
	return {
		...failure(`gateway${status}`, status, {
			status: 'error',
			message: 'The service did not answer in time',
			correlationId: CORRELATION,
		}),
		applied,
	};
}

/** 521 to 526 from the edge: a page or nothing, never JSON. */
export function edge(
	status: 521 | 522 | 523 | 524 | 525 | 526,
	{ body = 'html', applied = 'no' }: { body?: 'html' | 'empty'; applied?: Applied } = {},
): RespondFault {
	return {
		kind: 'respond',
		label: `edge${status}`,
		status,
		applied,
		...(body === 'html'
			? { headers: { 'content-type': 'text/html; charset=UTF-8' }, body: PAGE }
			: {}),
	};
}

/** 302 to somewhere else, where no credential should follow. */
export function redirect302(url: string): RespondFault {
	return { kind: 'respond', label: 'redirect302', status: 302, headers: { location: url } };
}

/** The helpers by name, for POST /admin/faults. */
export const HUBSPOT_FAULTS = {
	burst429,
	daily429,
	locked423,
	migrating477,
	gateway,
	edge,
	redirect302,
};

function failure(label: string, status: number, body: unknown): RespondFault {
	return {
		kind: 'respond',
		label,
		status,
		headers: { 'x-hubspot-correlation-id': CORRELATION },
		body,
	};
}

function rateBody(policyName: string): unknown {
	return {
		status: 'error',
		message: `You have reached your ${policyName.toLowerCase()} limit.`,
		errorType: 'RATE_LIMIT',
		correlationId: CORRELATION,
		policyName,
	};
}

function retryAfter(seconds: number | undefined): Record<string, string> {
	return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}
