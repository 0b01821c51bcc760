import fc from 'fast-check';
import { toPropertyValue } from '../../../nodes/HubSpot/propertyValue';

describe('toPropertyValue', () => {
	it.each([
		[' Buyer ', 'Buyer'],
		[0, '0'],
		[-0, '0'],
		[1.5, '1.5'],
		[1e21, '1000000000000000000000'],
		[1e-7, '0.0000001'],
		[-2.5e-9, '-0.0000000025'],
		[false, 'false'],
		[true, 'true'],
		[12345678901234567890n, '12345678901234567890'],
		[['a', 'b', 'a', '', null], 'a;b'],
		[[1, true], '1;true'],
		[';c', ';c'],
		[new Date('2026-01-05T10:00:00Z'), '2026-01-05T10:00:00.000Z'],
		[{ toJSON: () => '2026-01-05' }, '2026-01-05'],
	])('takes %p for %s', (value, text) => {
		expect(toPropertyValue(value)).toEqual({ text });
	});

	it.each([[null], [undefined], [''], ['  \n'], [[]], [['', null, '  ']]])(
		'takes %p for empty',
		(v) => {
			expect(toPropertyValue(v)).toEqual({ empty: true });
		},
	);

	it.each([
		[Number.NaN, 'NaN'],
		[Infinity, 'Infinity'],
		[{ a: 1 }, 'an object'],
		[[{ a: 1 }], 'an object'],
		[[['a']], 'a list'],
		[['a;b'], '"a;b"'],
		[new Date(Number.NaN), 'an object'],
		[() => 1, 'function'],
		['x'.repeat(65_537), '65536'],
		[Array.from({ length: 40_000 }, (_, n) => String(n)), '65536'],
	])('refuses %p and says what was found', (value, found) => {
		const read = toPropertyValue(value);
		expect('problem' in read && read.problem).toContain(found);
	});

	it('takes a text to the last character', () => {
		expect(toPropertyValue('x'.repeat(65_536))).toHaveProperty('text');
	});

	it('writes every number that it takes without an exponent and without losing anything', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
				const value = toPropertyValue(number);
				if (!('text' in value)) return;
				expect(value.text).toMatch(/^-?\d+(\.\d+)?$/);
				expect(Number(value.text)).toBe(number === 0 ? 0 : number);
			}),
			{ examples: [[1e-21], [1.23456789012345e-10], [5e-324], [-1e-21]] },
		);
	});

	it('always comes to one of three ends', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const read = toPropertyValue(value);
				expect('text' in read || 'empty' in read || 'problem' in read).toBe(true);
				if ('text' in read) expect(read.text).toBe(read.text.trim());
			}),
		);
	});
});
