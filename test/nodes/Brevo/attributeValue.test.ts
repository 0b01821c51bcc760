import fc from 'fast-check';
import { toAttributeValue } from '../../../nodes/Brevo/attributeValue';

describe('toAttributeValue', () => {
	it.each([
		[' AB-12 ', 'AB-12'],
		['5', '5'],
		['2026-01-31', '2026-01-31'],
		[5, 5],
		[0, 0],
		[false, false],
		[
			[' a ', 'b', '', null],
			['a', 'b'],
		],
		[
			[1, [2, ' x ']],
			[1, [2, 'x']],
		],
		[{ a: { b: 1 } }, { a: { b: 1 } }],
		[new Date(Date.UTC(2026, 0, 31)), '2026-01-31T00:00:00.000Z'],
		[{ toJSON: () => '2026-01-31T08:00:00.000+02:00' }, '2026-01-31T08:00:00.000+02:00'],
	])('%p is sent as %p', (value, sent) => {
		expect(toAttributeValue(value)).toEqual({ value: sent });
	});

	it.each([undefined, null, '', '   ', [], [''], [null, [' ']]])('%p is empty', (value) => {
		expect(toAttributeValue(value)).toEqual({ empty: true });
	});

	it.each([NaN, Infinity, 10n, () => 1, [1, NaN], new Date(NaN)])('%p cannot be sent', (value) => {
		expect(toAttributeValue(value)).toHaveProperty('problem');
	});

	it('never changes a number or a boolean on its way through JSON', () => {
		const plain = fc.oneof(fc.integer(), fc.boolean(), fc.double({ noNaN: true }));
		fc.assert(
			fc.property(plain, (value) => {
				const read = toAttributeValue(value);
				if (!('value' in read)) return !Number.isFinite(value);
				return JSON.parse(JSON.stringify(read.value)) === (Object.is(value, -0) ? 0 : value);
			}),
		);
	});
});
