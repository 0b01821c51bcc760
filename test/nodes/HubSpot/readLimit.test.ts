import fc from 'fast-check';
import { readLimit } from '../../../nodes/HubSpot/readLimit';
import { answerOf } from './records';

const limit = (policyName: string | undefined, message = 'You have reached your limit.') => ({
	status: 'error',
	message,
	errorType: 'RATE_LIMIT',
	...(policyName !== undefined && { policyName }),
});
const read = (body: unknown, headers: Record<string, string> = {}, waitMs?: number, status = 429) =>
	readLimit(answerOf(status, body, headers, waitMs));

describe('readLimit', () => {
	it('waits for the ten-second window, as long as the headers say it is (7.8)', () => {
		const headers = { 'x-hubspot-ratelimit-interval-milliseconds': '10000' };
		const reading = read(limit('TEN_SECONDLY_ROLLING'), headers);
		expect(reading).toEqual({
			kind: 'limited',
			waitMs: 10_000,
			reason: {
				code: 'TEN_SECONDLY_ROLLING',
				message: 'You have reached your limit.',
				reportedBy: 'vendor',
				retryable: true,
				httpStatus: 429,
			},
		});
	});

	it.each([
		['SECONDLY', 1000],
		['TEN_SECONDLY_ROLLING', 10_000],
		['secondly', 1000],
		['SOMETHING_NEW', 10_000],
		[undefined, 10_000],
	])('waits for the policy %s', (policy, waitMs) => {
		expect(read(limit(policy))).toMatchObject({ kind: 'limited', waitMs });
	});

	it('waits as told instead, if told', () => {
		expect(read(limit('SECONDLY'), {}, 42_000)).toMatchObject({ kind: 'limited', waitMs: 42_000 });
		expect(read(limit('SECONDLY'), {}, 0)).toMatchObject({ kind: 'limited', waitMs: 0 });
	});

	it('ends the run when the daily allowance is gone', () => {
		for (const reading of [
			read(limit('DAILY')),
			read(limit('daily'), {}, 5000),
			read(limit(undefined, 'You have reached your daily limit.')),
			read({}, { 'x-hubspot-ratelimit-daily-remaining': '0' }),
			read(undefined, { 'x-hubspot-ratelimit-daily-remaining': '0' }),
		]) {
			expect(reading).toMatchObject({
				kind: 'exhausted',
				reason: { code: 'DAILY', retryable: true },
			});
		}
	});

	it('reads the policy out of the message where it is not named', () => {
		const ten = limit(undefined, 'You have reached your ten_secondly_rolling limit.');
		expect(read(ten, { 'x-hubspot-ratelimit-daily-remaining': '0' })).toMatchObject({
			kind: 'limited',
			waitMs: 10_000,
		});
		expect(read(limit(undefined, 'You have reached your secondly limit.'))).toMatchObject({
			waitMs: 1000,
		});
	});

	it('goes by headers alone where the body is empty or no JSON', () => {
		const headers = {
			'x-hubspot-ratelimit-interval-milliseconds': '5000',
			'x-hubspot-ratelimit-daily-remaining': '1234',
		};
		expect(read(undefined, headers)).toMatchObject({
			kind: 'limited',
			waitMs: 5000,
			reason: { code: 'HTTP_429' },
		});
	});

	it('waits while an account moves (477) if told how long, and ends the run if not', () => {
		expect(read({}, {}, 3_600_000, 477)).toMatchObject({ kind: 'limited', waitMs: 3_600_000 });
		expect(read('', {}, undefined, 477)).toMatchObject({ kind: 'exhausted' });
	});

	it('never throws, and always says limited or exhausted', () => {
		const anyHeaders = fc.dictionary(
			fc.constantFrom(
				'x-hubspot-ratelimit-interval-milliseconds',
				'x-hubspot-ratelimit-daily-remaining',
			),
			fc.oneof(fc.string(), fc.integer().map(String)),
		);
		fc.assert(
			fc.property(fc.jsonValue(), anyHeaders, (body, headers) => {
				const reading = read(body, headers);
				expect(['limited', 'exhausted']).toContain(reading.kind);
				if (reading.kind === 'limited') expect(reading.waitMs).toBeGreaterThanOrEqual(0);
			}),
		);
	});
});
