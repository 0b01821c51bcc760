import fc from 'fast-check';
import { toColumnValue } from '../../../nodes/SasListData/columnValue';
import type { SasColumn } from '../../../nodes/SasListData/list';

const text: SasColumn = { name: 'tier', dataType: 'string', isKey: false, isMasked: false };
const number: SasColumn = { ...text, name: 'limit', dataType: 'number' };

describe('toColumnValue for a string column', () => {
	it.each([
		[' gold ', ' gold '],
		['12345678901234567890', '12345678901234567890'],
		[12345678901234567890n, '12345678901234567890'],
		[9007199254740991, '9007199254740991'],
		[0, '0'],
		[1.5, '1.5'],
		[false, 'false'],
		[new Date('2026-01-05T10:00:00Z'), '2026-01-05T10:00:00.000Z'],
	])('takes %p for %s', (value, expected) => {
		expect(toColumnValue(text, value)).toEqual({ value: expected });
	});

	it.each([
		[12345678901234567890, 'already lost digits'],
		[Number.NaN, 'found NaN'],
		[{ a: 1 }, 'found an object'],
		[['a'], 'found a list'],
		[new Date(Number.NaN), 'found an object'],
	])('refuses %p', (value, words) => {
		const read = toColumnValue(text, value);
		expect('problem' in read && read.problem).toContain(words);
	});

	it('keeps every text that is not blank to the letter', () => {
		fc.assert(
			fc.property(fc.string(), (value) => {
				const expected = value.trim() === '' ? { empty: true } : { value };
				expect(toColumnValue(text, value)).toEqual(expected);
			}),
		);
	});
});

describe('toColumnValue for a number column', () => {
	it.each([
		[12, 12],
		['12', 12],
		[' -0.50 ', -0.5],
		['007', 7],
		[12n, 12],
		[1e300, 1e300],
	])('takes %p for %p', (value, expected) => {
		expect(toColumnValue(number, value)).toEqual({ value: expected });
	});

	it.each([
		['1,200', 'found "1,200"'],
		['12 EUR', 'found "12 EUR"'],
		['1e3', 'found "1e3"'],
		['0x10', 'found "0x10"'],
		['Infinity', 'found "Infinity"'],
		['.5', 'found ".5"'],
		['many', 'found "many"'],
		[true, 'found true'],
		[Infinity, 'found Infinity'],
		['9007199254740993', 'would lose digits'],
		[9007199254740993n, 'would lose digits'],
		[[1], 'found a list'],
	])('refuses %p', (value, words) => {
		const read = toColumnValue(number, value);
		expect('problem' in read && read.problem).toContain(words);
	});

	it('gives a JSON number that means what the text says, or refuses', () => {
		fc.assert(
			fc.property(fc.bigInt(), fc.nat(), (whole, fraction) => {
				const read = toColumnValue(number, `${whole}.${fraction}`);
				if ('value' in read) {
					expect(read.value).toBe(Number(`${whole}.${fraction}`));
					expect(BigInt(Math.trunc(read.value as number))).toBe(whole);
				} else expect(Math.abs(Number(whole))).toBeGreaterThanOrEqual(Number.MAX_SAFE_INTEGER);
			}),
		);
	});
});

it('takes blanks for empty, whatever the column', () => {
	for (const column of [text, number]) {
		for (const value of [null, undefined, '', ' \n\t']) {
			expect(toColumnValue(column, value)).toEqual({ empty: true });
		}
	}
});

it('never hands out anything but text or finite numbers of the column’s type', () => {
	fc.assert(
		fc.property(fc.anything({ withBigInt: true, withDate: true }), (value) => {
			for (const column of [text, number]) {
				const read = toColumnValue(column, value);
				if (!('value' in read)) continue;
				expect(typeof read.value).toBe(column.dataType);
				expect(JSON.parse(JSON.stringify(read.value))).toBe(
					Object.is(read.value, -0) ? 0 : read.value,
				);
			}
		}),
	);
});
