import fc from 'fast-check';
import type { Notation } from '../../../../nodes/bulk/convert/notation';
import { toNumberText } from '../../../../nodes/bulk/convert/number';

const notation = (decimal: Notation['decimal']): Notation => ({
	dateOrder: 'unambiguous',
	decimal,
	timeZone: 'UTC',
});
const unambiguous = notation('unambiguous');
const point = notation('point');
const comma = notation('comma');

describe('a number', () => {
	it.each([
		[12, '12'],
		[-0.5, '-0.5'],
		[1e21, '1000000000000000000000'],
		[1.5e-7, '0.00000015'],
		[12n, '12'],
		['12', '12'],
		['007', '7'],
		['-12.5', '-12.5'],
		['+12', '12'],
		['\u221212', '-12'],
		['12,5', '12.5'],
		['0,125', '0.125'],
		['0.125', '0.125'],
		['1234.567', '1234.567'],
		['1,234.50', '1234.50'],
		['1.234,50', '1234.50'],
		['1.234.567', '1234567'],
		['1,234,567', '1234567'],
		['1 234 567', '1234567'],
		['1\u202f234,5', '1234.5'],
		["1'234'567.80", '1234567.80'],
		['1’234', '1234'],
		['1 234,567', '1234.567'],
		['€ 1,234.50', '1234.50'],
		['$1,234.50', '1234.50'],
		['-$12', '-12'],
		['$-12', '-12'],
		['1.234,50 €', '1234.50'],
		['EUR 12', '12'],
		['12 CHF', '12'],
		['90071992547409931', '90071992547409931'],
		['-0', '0'],
	])('is written %j', (written, plain) => {
		expect(toNumberText(written, unambiguous)).toEqual({ value: plain });
	});

	it('is where the user says what separates decimals', () => {
		expect(toNumberText('1,234', point)).toEqual({ value: '1234' });
		expect(toNumberText('1.234', point)).toEqual({ value: '1.234' });
		expect(toNumberText('1.234', comma)).toEqual({ value: '1234' });
		expect(toNumberText('1,234', comma)).toEqual({ value: '1.234' });
		expect(toNumberText('12.5', comma)).toEqual({ problem: 'expected a number, found "12.5"' });
		expect(toNumberText('1.234,50', point)).toEqual({
			problem: 'expected a number, found "1.234,50"',
		});
	});

	it('is not guessed', () => {
		for (const written of ['1.234', '1,234', '€ 12.345']) {
			expect(toNumberText(written, unambiguous)).toEqual({
				problem: `${JSON.stringify(written)} can be two different numbers: choose the option Decimal Separator`,
			});
		}
	});

	it.each([
		'twelve',
		'12 %',
		'1.2e5',
		'1.23457E+12',
		'(500)',
		'5-',
		'--5',
		'-$-5',
		'1,23,456',
		'1.234,567,8',
		'1 2345',
		'12 34',
		'.5',
		'5.',
		'1..2',
		'€',
		'12 k',
		'€12 EUR12',
		Infinity,
		NaN,
		true,
		[12],
		{ amount: 12 },
	])('is not %j', (written) => {
		expect(toNumberText(written, unambiguous)).toEqual({ problem: expect.any(String) as string });
	});

	it('is empty where the cell is', () => {
		expect(toNumberText(' \u00a0', unambiguous)).toEqual({ empty: true });
		expect(toNumberText(undefined, unambiguous)).toEqual({ empty: true });
	});

	it('comes out as it went in, however people group and separate it', () => {
		const cents = fc.integer({ min: -1e12, max: 1e12 }).map((number) => number / 100);
		const styles = [
			['en-US', point],
			['de-DE', comma],
			['fr-FR', comma],
			['de-CH', point],
		] as const;
		fc.assert(
			fc.property(cents, fc.constantFrom(...styles), (number, [language, chosen]) => {
				const written = number.toLocaleString(language, { minimumFractionDigits: 2 });
				for (const choice of [chosen, unambiguous]) {
					const read = toNumberText(written, choice);
					expect('value' in read && Number(read.value)).toBe(number);
				}
			}),
		);
	});
});
