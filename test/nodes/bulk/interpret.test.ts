import fc from 'fast-check';
import { interpret, reasonFrom } from '../../../nodes/bulk/interpret';
import type { Answer } from '../../../nodes/bulk/reading';
import { answer, operationOf } from './simulatedVendor';
import type { WireAnswer } from '../../../nodes/bulk/wire';

const NOW = 1_800_000_000_000;
const operation = operationOf(['a']);

function read(status: number, body: unknown, headers: Record<string, string> = {}) {
	const answered = answer(status, body, headers) as Extract<WireAnswer, { kind: 'answered' }>;
	return interpret(operation, answered, [], NOW);
}
const wordsOf = (...parameters: Parameters<typeof read>) => {
	const reading = read(...parameters);
	return 'reason' in reading ? reading.reason : undefined;
};

describe('interpret', () => {
	it('lets the status decide before anybody reads the body', () => {
		const kinds = [200, 400, 403, 423, 429, 503].map(
			(status) => read(status, { written: [] }).kind,
		);
		expect(kinds).toEqual(['settled', 'refused', 'fatal', 'busy', 'limited', 'lost']);
	});

	it('lets a vendor whose yes is an empty 204 say yes', () => {
		const yes = answer(204, '') as Extract<WireAnswer, { kind: 'answered' }>;
		const silent = { ...operation, emptySuccess: true };
		const settled = { kind: 'settled', outcomes: [] } as const;
		expect(interpret(operation, yes, [], NOW).kind).toBe('lost');
		expect(interpret({ ...silent, readSuccess: () => settled }, yes, [], NOW)).toBe(settled);
		expect(interpret(silent, { ...yes, status: 200 }, [], NOW).kind).toBe('lost');
	});

	it.each([
		['', 'an empty body'],
		['<!DOCTYPE html><p>', 'an HTML page'],
		[' <html>', 'an HTML page'],
		['{"written":[1', 'text that is not complete JSON'],
		['"OK"', 'text that is not complete JSON'],
	])('takes a 2xx with %p for a lost answer', (text, content) => {
		expect(read(200, text).kind).toBe('lost');
		expect(wordsOf(200, text)).toMatchObject({
			code: 'UNREADABLE_ANSWER',
			reportedBy: 'node',
			retryable: true,
			message: expect.stringContaining(
				`the answer is ${content} instead of Vendor's JSON`,
			) as string,
		});
	});

	it("speaks in the vendor's words, or in its own where there are none", () => {
		expect(wordsOf(403, { message: 'no scope' })).toMatchObject({
			code: 'HTTP_403',
			message: 'no scope',
			reportedBy: 'vendor',
			httpStatus: 403,
			retryable: false,
		});
		expect(wordsOf(401, '')?.message).toBe('Vendor does not accept the credential (HTTP 401)');
		expect(wordsOf(403, '')?.message).toContain('not allowed');
		expect(wordsOf(404, '')?.message).toContain('check the base URL');
		expect(wordsOf(302, '')?.message).toContain('redirect (HTTP 302)');
		expect(wordsOf(500, '<html>')?.message).toBe('the answer is HTTP 500 with an HTML page');
		expect(wordsOf(500, {})?.message).toBe('the answer is HTTP 500 with no message');
	});

	it('hands on how long to wait, and the request id, cleaned', () => {
		const headers = { 'retry-after': '7', 'x-request-id': 'r\n1' };
		expect(read(503, '', headers)).toMatchObject({ kind: 'lost', waitMs: 7000 });
		expect(read(423, '', headers)).toMatchObject({ kind: 'busy', waitMs: 7000 });
		expect(read(429, '', headers)).toMatchObject({ kind: 'limited', waitMs: 7000 });
		expect(wordsOf(503, '', headers)?.requestId).toBe('r 1');
		expect(read(503, '')).not.toHaveProperty('waitMs');
	});

	it('calls failures that pass retryable', () => {
		expect([503, 423].map((status) => wordsOf(status, '')?.retryable)).toEqual([true, true]);
	});

	it('never throws and always knows a reason, for any status and text that is not 2xx', () => {
		fc.assert(
			fc.property(fc.integer({ min: 300, max: 599 }), fc.string(), (status, text) => {
				const reading = read(status, text);
				if (!('reason' in reading)) return;
				expect(reading.reason.code).not.toBe('');
				expect(reading.reason.message).not.toBe('');
			}),
		);
	});
});

describe('reasonFrom', () => {
	const given: Answer = { status: 400, headers: {}, text: '', body: undefined };

	it('falls back where the words are empty once cleaned', () => {
		expect(reasonFrom('V', given, { code: '\n', message: ' \u2028 ' })).toMatchObject({
			code: 'HTTP_400',
			message: 'the answer is HTTP 400 with an empty body',
		});
	});

	it('keeps long words short', () => {
		expect(reasonFrom('V', given, { message: 'x'.repeat(9999) }).message).toHaveLength(500);
	});
});
