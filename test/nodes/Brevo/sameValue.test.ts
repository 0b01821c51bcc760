import fc from 'fast-check';
import { isSameValue } from '../../../nodes/Brevo/sameValue';

describe('isSameValue', () => {
	it.each([
		['AB', 'AB'],
		[5, 5.0],
		['5', 5],
		[true, 'true'],
		['2026-01-31T00:00:00Z', '2026-01-31T00:00:00.000Z'],
		['2026-01-31T08:00:00+02:00', '2026-01-31T06:00:00Z'],
		['2026-01-31T00:00:00Z', '2026-01-31'],
		[
			['a', 'b'],
			['b', 'a'],
		],
		[
			['a', 'b', 'a'],
			['b', 'a'],
		],
		[['2026-01-31T00:00:00Z'], ['2026-01-31T00:00:00.000Z']],
		[[{ a: 1 }], [{ a: 1 }]],
		[
			{ a: 1, b: { c: [1] } },
			{ b: { c: [1] }, a: 1 },
		],
		[{ a: null }, {}],
		[null, undefined],
		[null, ''],
	])('%j is stored as %j', (sent, stored) => {
		expect(isSameValue(sent, stored)).toBe(true);
	});

	it.each([
		['AB', 'CD'],
		['AB', undefined],
		['AB', null],
		[5, 6],
		[null, 'old'],
		['2026-01-31T00:00:00Z', '2026-02-01T00:00:00Z'],
		['AB', 'not a date'],
		[['a', 'b'], ['a']],
		[['a'], ['a', 'b']],
		[['a'], 'a'],
		[[{ a: 1 }], [{ a: 2 }]],
		[{ a: 1 }, { a: 1, b: 2 }],
		[{ a: 1 }, 'text'],
		['a', { toString: 'a' }],
	])('%j is not stored as %j', (sent, stored) => {
		expect(isSameValue(sent, stored)).toBe(false);
	});

	it('finds what went through JSON unchanged, whatever it is', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(isSameValue(value, JSON.parse(JSON.stringify(value)))).toBe(true);
			}),
		);
	});
});
