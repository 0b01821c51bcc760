import fc from 'fast-check';
import { found } from '../../../nodes/bulk/found';

describe('found', () => {
	it.each([
		[undefined, 'nothing'],
		['', '""'],
		['say "hi"\n', '"say \\"hi\\"\\n"'],
		[12.5, '12.5'],
		[Number.NaN, 'NaN'],
		[10n, '10'],
		[true, 'true'],
		[[1], 'a list'],
		[{ a: 1 }, 'an object'],
		[Symbol('x'), 'symbol'],
	])('says what %p is', (value, expected) => {
		expect(found(value)).toBe(expected);
	});

	it('does not take null for an object', () => {
		expect(found(null)).toMatch(/^(null|nothing)$/);
	});

	it('fits into a sentence, whatever it is', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const words = found(value);
				expect(words).not.toBe('');
				expect(words).not.toContain('\n');
				if (typeof value === 'string') expect(words.length).toBeLessThanOrEqual(60);
			}),
		);
	});

	it('shortens a long text and closes its quotes', () => {
		expect(found('x'.repeat(100))).toBe(`"${'x'.repeat(57)}…"`);
		expect(found('x'.repeat(58))).toBe(`"${'x'.repeat(58)}"`);
	});
});
