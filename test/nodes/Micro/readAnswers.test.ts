import { readLimit } from '../../../nodes/Micro/readLimit';
import { readLost } from '../../../nodes/Micro/readLost';
import { readReason } from '../../../nodes/Micro/readReason';
import { answerOf, recordsOf } from './records';

describe('readReason', () => {
	it.each([
		[{ error: { code: 'c', message: 'm' } }, { code: 'c', message: 'm' }],
		[{ error: { message: 'm' } }, { message: 'm' }],
		[{ error: { code: 'c' } }, { code: 'c' }],
		[{ message: 'm' }, { message: 'm' }],
		[{ error: {}, message: 'flat' }, { message: 'flat' }],
		[{ error: 'odd' }, {}],
		[{ error: null, message: {} }, {}],
		[[], {}],
		[undefined, {}],
	])('reads %j', (body, words) => {
		expect(readReason({ status: 500, body })).toEqual(words);
	});

	it('says what to look at where the gateway has one word', () => {
		expect(readReason({ status: 403, body: { message: 'Forbidden' } }).message).toBe(
			'Forbidden: the API key is wrong or revoked, or it has no access to this team: check both in the credential',
		);
		expect(readReason({ status: 401, body: undefined }).message).toContain('API key is missing');
	});
});

describe('readLimit', () => {
	const read = (waitMs?: number) => readLimit(answerOf(429, { message: 'Too Many' }, waitMs));

	it.each([
		[undefined, 5000],
		[0, 0],
		[1000, 1000],
		[60_000, 60_000],
	])('told to wait %p ms: waits %i', (told, waitMs) => {
		expect(read(told)).toMatchObject({ kind: 'limited', waitMs, reason: { retryable: true } });
	});

	it.each([60_001, 1_209_600_000])('told to wait %i ms: the month is used up', (told) => {
		expect(read(told)).toMatchObject({
			kind: 'exhausted',
			reason: { message: expect.stringContaining("Too Many (the month's requests") as string },
		});
	});
});

describe('readLost', () => {
	it.each(['write_committed', 'write_outcome_unknown'])('%s: every record unconfirmed', (code) => {
		const reading = readLost(answerOf(500, { error: { code, message: 'm' } }), recordsOf(2));
		const reason = expect.objectContaining({ code, message: 'm', httpStatus: 500 }) as unknown;
		expect(reading).toEqual({
			kind: 'settled',
			outcomes: [
				{ state: 'unconfirmed', reason },
				{ state: 'unconfirmed', reason },
			],
		});
	});

	it.each([{ error: { code: 'internal_error' } }, { message: 'Bad Gateway' }, undefined])(
		'%j: knows no more than the status',
		(body) => {
			expect(readLost(answerOf(502, body), recordsOf(2))).toBeUndefined();
		},
	);
});
