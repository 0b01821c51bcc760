import { reasonFrom } from '../bulk/interpret';
import { isObject, textOf } from '../bulk/json';
import type { Answer, Limit } from '../bulk/reading';
import type { Reason } from '../bulk/outcome';
import { wholeNumber } from './rateLimit';
import { readReason } from './readReason';

const TEN_SECONDS_MS = 10_000;

/**
 * Tells HubSpot's limits apart: a burst limit passes within seconds, the daily one at midnight in the
 * account's time zone. Also reads 477, sent while an account moves to another data centre.
 */
export function readLimit(answer: Answer): Limit {
	const { status, headers, waitMs } = answer;
	const policy = policyOf(answer);
	const words = readReason(answer);
	const code = policy ?? words.code;
	const reason: Reason = {
		...reasonFrom('HubSpot', answer, { ...words, ...(code !== undefined && { code }) }),
		retryable: true,
	};
	if (status === 477) {
		return waitMs === undefined
			? { kind: 'exhausted', reason }
			: { kind: 'limited', reason, waitMs };
	}
	if (policy === 'DAILY') return { kind: 'exhausted', reason };
	const interval = wholeNumber(headers['x-hubspot-ratelimit-interval-milliseconds']);
	const usual = policy === 'SECONDLY' ? 1000 : (interval ?? TEN_SECONDS_MS);
	return { kind: 'limited', reason, waitMs: waitMs ?? usual };
}

/** The policy's name; without one the message and the headers decide. */
function policyOf({ body, headers }: Answer): string | undefined {
	const named = isObject(body) ? textOf(body.policyName)?.toUpperCase() : undefined;
	if (named !== undefined) return named;
	const message = isObject(body) ? (textOf(body.message) ?? '') : '';
	if (/\bdaily\b/i.test(message)) return 'DAILY';
	if (/ten_secondly/i.test(message)) return 'TEN_SECONDLY_ROLLING';
	if (/\bsecondly\b/i.test(message)) return 'SECONDLY';
	return wholeNumber(headers['x-hubspot-ratelimit-daily-remaining']) === 0 ? 'DAILY' : undefined;
}
