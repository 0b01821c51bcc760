import { readPace } from '../../../nodes/Brevo/rateLimit';
import { readLimit } from '../../../nodes/Brevo/readLimit';
import { answerOf } from './records';

const headers = (limit: string, remaining: string, reset: string) => ({
	'x-sib-ratelimit-limit': limit,
	'x-sib-ratelimit-remaining': remaining,
	'x-sib-ratelimit-reset': reset,
});

describe('readPace', () => {
	it('reads the hourly allowance; reset is in seconds from now', () => {
		expect(readPace(headers('200', '13', '1742'))).toEqual({
			limit: 200,
			remaining: 13,
			renewsInMs: 1_742_000,
		});
	});

	it('never believes that an hour is longer than an hour', () => {
		expect(readPace(headers('200', '0', '999999999'))?.renewsInMs).toBe(3_600_000);
	});

	it('leaves the wait to Retry-After where there is one', () => {
		const report = readPace({ ...headers('200', '0', '1742'), 'retry-after': '7' });
		expect(report).toEqual({ limit: 200, remaining: 0 });
	});

	it.each([{}, headers('many', '0', '1'), headers('200', '-1', '1'), headers('200', '', '1')])(
		'says nothing where the headers do not: %j',
		(bad) => {
			expect(readPace(bad)).toBeUndefined();
		},
	);

	it.each(['', '-5', '1e3', 'soon', '12.5'])('does not take %p for a reset', (reset) => {
		expect(readPace(headers('200', '0', reset))).toEqual({ limit: 200, remaining: 0 });
	});
});

describe('readLimit', () => {
	const body = { code: 'too_many_requests', message: 'The hourly limit is used up' };
	it.each([
		['Retry-After', { headers: headers('200', '0', '1742'), waitMs: 7000 }, 7000],
		['the reset header', { headers: headers('200', '0', '1742') }, 1_742_000],
		['a minute, where nobody says', {}, 60_000],
	])('waits for %s', (_, more, waitMs) => {
		expect(readLimit(answerOf(429, body, more))).toMatchObject({
			kind: 'limited',
			waitMs,
			reason: { ...body, httpStatus: 429, retryable: true },
		});
	});

	it.each(['', 'Slow down', '<html>'])('reads any body: %p', (text) => {
		expect(readLimit(answerOf(429, text))).toMatchObject({ kind: 'limited' });
	});
});
