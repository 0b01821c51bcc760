import * as fc from 'fast-check';
import {
	getCountries,
	getExampleNumber,
	parsePhoneNumberFromString,
	type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { NUMBERING_PLANS } from '../../../../nodes/bulk/convert/numberingPlans';
import { toPhoneNumber } from '../../../../nodes/bulk/convert/phone';

const valueOf = (given: unknown, country?: string) => {
	const result = toPhoneNumber(given, country);
	return 'value' in result ? result.value : undefined;
};
const problemOf = (given: unknown, country?: string) => {
	const result = toPhoneNumber(given, country);
	return 'problem' in result ? result.problem : undefined;
};
const oracle = (text: string, country: CountryCode) => parsePhoneNumberFromString(text, country);

describe('numbers with + and country code', () => {
	it.each([
		['+420 601 000 001', '+420601000001'],
		['+1 (415) 555-2671', '+14155552671'],
		['tel:+4915112345678', '+4915112345678'],
		['(+44) 20 7946 0958', '+442079460958'],
		['+44 (0)20 7946 0958', '+442079460958'],
		['+49 30/12345-67', '+49301234567'],
		['+43\u00a01\u20111234567', '+4311234567'],
	])('%s', (given, expected) => {
		expect(valueOf(given)).toBe(expected);
		expect(valueOf(given, 'US')).toBe(expected);
	});

	it('where the zero belongs to the number, "(0)" is not understood', () => {
		expect(problemOf('+39 (0)6 1234567')).toMatch(/^expected a phone number with \+/);
	});

	it.each([
		['+447911123456.0', '+447911123456'],
		['tel:+447911123456.0', '+447911123456'],
		['+33 6.12.34.56.00', '+33612345600'],
	])('%s', (given, expected) => {
		expect(valueOf(given)).toBe(expected);
	});

	it.each([
		'+44 20 7946 0958 / 59',
		'+44 7911 123456 (2)',
		'+44 7911 123456, +44 7911 123457',
		'+33 6.12.34.56.78.0',
	])('%s is refused', (given) => {
		expect(problemOf(given)).toContain('expected');
	});

	it.each(['+0441234567', '+12', '+1234567890123456', '+1 415 555 2671 ext. 5', '+CALL ME'])(
		'%s is refused',
		(given) => {
			expect(problemOf(given, 'US')).toContain(`found "${given}"`);
		},
	);
});

describe('numbers of the default country', () => {
	it.each([
		['US', '(415) 555-2671', '+14155552671'],
		['US', '1-415-555-2671', '+14155552671'],
		['US', 4155552671, '+14155552671'],
		['US', '011 44 20 7946 0958', '+442079460958'],
		['GB', '020 7946 0958', '+442079460958'],
		['GB', '0044 20 7946 0958', '+442079460958'],
		['GB', 7911123456, '+447911123456'],
		['GB', '447911123456.0', '+447911123456'],
		['AT', '0664 1234567.0', '+436641234567'],
		['FR', '06.12.34.56.00', '+33612345600'],
		['DE', '030 1234567', '+49301234567'],
		['DE', '00420601000001', '+420601000001'],
		['IT', '06 1234567', '+39061234567'],
		['FR', '06 12 34 56 78', '+33612345678'],
		['FR', '612345678', '+33612345678'],
		['RU', '8 (912) 345-67-89', '+79123456789'],
		['HU', '06 1 234 5678', '+3612345678'],
		['AT', '+1 415 555 2671', '+14155552671'],
	])('%s: %s', (country, given, expected) => {
		expect(valueOf(given, country)).toBe(expected);
	});

	it.each([
		['DE', '1711234567', 'a spreadsheet may have dropped the zero, or the area code is missing'],
		['DE', '1234567', 'no area code'],
		['US', '555-2671', 'no area code'],
		['GB', '4.47911E+11', 'a spreadsheet has rounded it'],
		['GB', '020 7946 0958 x5', 'an extension'],
		['GB', '112', 'a short code'],
		['AU', '00 44 20 7946 0958', 'nobody dials abroad with 00 there'],
	])('%s: %s is refused: %s', (country, given) => {
		expect(problemOf(given, country)).toContain('found');
	});

	it('without a default country they are refused, and the sentence says what helps', () => {
		expect(problemOf('030 1234567')).toBe(
			'expected a phone number with + and country code, such as +420601000001 (or set Default Country), found "030 1234567"',
		);
	});
});

describe('nothing and other things', () => {
	it.each([undefined, null, '', '  '])('%p is empty', (given) => {
		expect(toPhoneNumber(given, 'US')).toEqual({ empty: true });
	});
	it.each([{}, [], true])('%p is refused', (given) => {
		expect(problemOf(given, 'US')).toContain('expected');
	});
});

describe('held against libphonenumber', () => {
	const countries = getCountries();

	it('the plans cover its countries with their calling codes', () => {
		expect([...NUMBERING_PLANS.keys()].sort()).toEqual([...countries].sort());
	});

	it('of the ways each country writes its numbers most are read, and none as another number', () => {
		const wrong: string[] = [];
		let [read, all] = [0, 0];
		for (const country of countries) {
			const example = getExampleNumber(country, examples);
			if (!example) continue;
			const forms = [
				example.formatNational(),
				example.formatInternational(),
				example.number.slice(1),
				example.getURI(),
			];
			for (const form of forms) {
				all += 1;
				const value = valueOf(form, country);
				if (value !== undefined) read += 1;
				if (value !== undefined && value !== example.number) {
					wrong.push(`${country}: ${form} is ${example.number}, read as ${value}`);
				}
			}
		}
		expect(wrong).toEqual([]);
		expect(read / all).toBeGreaterThan(0.9);
	});

	it('whatever hangs on behind a number never becomes a part of it', () => {
		const behind = [
			'.0',
			'.00',
			' / 59',
			'/59',
			' (2)',
			'(2)',
			' ext. 3',
			' x3',
			';3',
			' , 59',
			'#1',
		];
		const wrong: string[] = [];
		for (const country of countries) {
			const example = getExampleNumber(country, examples);
			if (!example) continue;
			const forms = [example.number, example.formatNational(), example.formatInternational()];
			const spelt = [...forms, example.getURI(), example.number.slice(1)];
			for (const form of spelt.flatMap((one) => behind.map((more) => one + more))) {
				const value = valueOf(form, country);
				if (value !== undefined && value !== example.number) wrong.push(`${form}: ${value}`);
			}
		}
		expect(wrong).toEqual([]);
	});

	it('whatever digits are written: where it sees a valid number, no other one is read', () => {
		const digits = fc.string({
			unit: fc.constantFrom(...'0123456789'),
			minLength: 4,
			maxLength: 15,
		});
		fc.assert(
			fc.property(
				fc.constantFrom(...countries),
				fc.constantFrom('', '0', '00', '1', '8', '+', '011'),
				digits,
				(country, prefix, rest) => {
					const value = valueOf(prefix + rest, country);
					const known = oracle(prefix + rest, country);
					if (value === undefined || !known?.isValid()) return;
					expect(value).toBe(known.number);
				},
			),
			{ numRuns: 20_000, seed: 1 },
		);
	});
});
