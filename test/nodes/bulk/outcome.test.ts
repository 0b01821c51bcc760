import fc from 'fast-check';
import { isFailure, ownReason, plainText } from '../../../nodes/bulk/outcome';

describe('plainText', () => {
	it('is one line without control characters, at most 500 characters, whatever comes in', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
				const plain = plainText(text);
				expect(plain).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
				expect(plain.length).toBeLessThanOrEqual(500);
				expect(plain).toBe(plain.trim());
			}),
		);
	});

	it('leaves an ordinary sentence alone', () => {
		const text = 'Email address „foo@bar“ is invalid – 2 × 💥';
		expect(plainText(text)).toBe(text);
		expect(plainText('x'.repeat(500))).toBe('x'.repeat(500));
	});

	it('joins lines and shortens', () => {
		expect(plainText('a\r\n\tb\u2028c\u0000')).toBe('a b c');
		expect(plainText('x'.repeat(501))).toBe(`${'x'.repeat(499)}…`);
	});

	it('never cuts a character in two', () => {
		for (const shift of ['', 'x']) {
			const plain = plainText(shift + '💥'.repeat(400));
			// Half of a pair is no text: databases refuse it.
			expect(Buffer.from(plain).toString()).toBe(plain);
		}
	});

	it('is quick with megabytes', () => {
		const startedAt = performance.now();
		plainText('\n'.repeat(20_000_000));
		expect(performance.now() - startedAt).toBeLessThan(200);
	});
});

describe('ownReason', () => {
	it('is reported by the node, and not retryable unless said so', () => {
		expect(ownReason('X', 'a\nb')).toEqual({
			code: 'X',
			message: 'a b',
			reportedBy: 'node',
			retryable: false,
		});
		expect(ownReason('X', 'x', { field: 'f', retryable: true })).toMatchObject({
			field: 'f',
			retryable: true,
		});
	});
});

describe('isFailure', () => {
	it('tells failures from successes', () => {
		expect(isFailure({ state: 'written', record: {} })).toBe(false);
		expect(isFailure({ state: 'notSent', reason: ownReason('X', 'x'), attempts: 0 })).toBe(true);
	});
});
