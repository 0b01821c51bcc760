import fc from 'fast-check';
import { keyOf, readIdentifier } from '../../../nodes/Brevo/identifier';

describe('readIdentifier, a Brevo ID', () => {
	it.each([42, '42', ' 42 ', '0042', '42.0', 42.0])('takes %p for 42', (value) => {
		expect(readIdentifier('id', value)).toEqual({ id: 42 });
	});

	it.each(['VH-1', '4.2', -1, 0, '0', 1e21, '9007199254740993', NaN, true, {}, [1], '1e3'])(
		'does not take %p',
		(value) => {
			expect(readIdentifier('id', value)).toEqual({
				problem: expect.stringMatching(/^expected a Brevo ID .+, found /) as string,
			});
		},
	);

	it('keeps every digit of what it takes', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n }), (number) => {
				const read = readIdentifier('id', String(number));
				expect('problem' in read || ('id' in read && BigInt(read.id) === number)).toBe(true);
				expect('problem' in read).toBe(number > BigInt(Number.MAX_SAFE_INTEGER));
			}),
		);
	});
});

describe('readIdentifier, an external ID', () => {
	it.each([
		['VH-1', 'VH-1'],
		[' VH-1 ', 'VH-1'],
		[42, '42'],
		['0042', '0042'],
	])('takes %p for %p', (value, extId) => {
		expect(readIdentifier('extId', value)).toEqual({ ext_id: extId });
	});

	it.each([1e21, 1.5, true, {}, ['VH-1']])('does not take %p', (value) => {
		expect(readIdentifier('extId', value)).toHaveProperty('problem');
	});
});

it.each([undefined, null, '', '  '])('%p is no identifier', (value) => {
	expect(readIdentifier('id', value)).toEqual({ empty: true });
	expect(readIdentifier('extId', value)).toEqual({ empty: true });
});

it('keys tell records apart by the exact value', () => {
	expect([keyOf({ id: 42 }), keyOf({ ext_id: 'A' }), keyOf({ ext_id: 'a' })]).toEqual([
		'42',
		'A',
		'a',
	]);
});
