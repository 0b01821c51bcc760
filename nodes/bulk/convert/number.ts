import { found } from '../found';
import { isOverlong } from '../isOverlong';
import { plainNumber } from '../plainNumber';
import { unlessEmpty, type Converted } from './converted';
import type { Notation } from './notation';

const SIGN = '[-+\u2212\u2013]?';
const MINUS = /[-\u2212\u2013]/;
/** An amount may bear its currency on one side: a sign or a code of three letters. */
const AMOUNT = new RegExp(
	`^(${SIGN}) ?(?:(?:\\p{Sc}|[A-Z]{3}) ?)?(${SIGN})(\\d[\\d., '\u2019]*?)(?: ?(?:\\p{Sc}|[A-Z]{3}))?$`,
	'u',
);
const WHOLE = /^\d+$/;
/** Thousands apart by spaces or apostrophes, whatever follows. */
const SPACED = /^\d{1,3}(?:[ '\u2019]\d{3})+(?![\d '\u2019])/;

/**
 * A number as plain decimal digits with at most one point, every digit kept. Takes thousands
 * separators, a decimal comma and a currency sign where it is certain what they mean: `1.234` and
 * `1,234` only when the user chose a decimal separator, percentages and exponents never.
 */
export function toNumberText(value: unknown, { decimal }: Notation): Converted<string> {
	return unlessEmpty(value, (plain) => {
		if (typeof plain === 'bigint') return { value: String(plain) };
		if (typeof plain === 'number') {
			return Number.isFinite(plain) ? { value: plainNumber(plain) } : expected(plain);
		}
		if (typeof plain !== 'string' || isOverlong(plain)) return expected(plain);
		const match = AMOUNT.exec(plain.replace(/\s/g, ' '));
		if (!match) return expected(plain);
		const [, before = '', after = '', written = ''] = match;
		const read = readSize(written, decimal);
		if (read === 'ambiguous') return ambiguous(plain);
		if (read === undefined || (before !== '' && after !== '')) return expected(plain);
		const { size } = read;
		const negative = MINUS.test(before + after) && Number(size) !== 0;
		return { value: negative ? `-${size}` : size };
	});
}

function readSize(
	written: string,
	decimal: Notation['decimal'],
): { readonly size: string } | 'ambiguous' | undefined {
	const spaced = SPACED.test(written);
	const text = spaced ? written.replace(/[ '\u2019]/g, '') : written;
	const mark = decimalMark(text, decimal, spaced);
	if (mark === 'ambiguous') return mark;
	const [head = '', fraction, ...more] = text.split(mark);
	const whole = ungrouped(head, mark === '.' ? ',' : '.');
	if (whole === undefined || more.length > 0) return undefined;
	if (fraction === undefined) return { size: whole };
	return WHOLE.test(fraction) ? { size: `${whole}.${fraction}` } : undefined;
}

/** Which sign separates decimals, by the user's choice or by how the number looks. */
function decimalMark(
	text: string,
	decimal: Notation['decimal'],
	spaced: boolean,
): '.' | ',' | 'ambiguous' {
	if (decimal !== 'unambiguous') return decimal === 'point' ? '.' : ',';
	const [points, commas] = [text.split('.').length - 1, text.split(',').length - 1];
	if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
	// Repeated, it separates thousands.
	if (points > 1) return ',';
	if (commas > 1) return '.';
	if (!spaced && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return 'ambiguous';
	return commas === 1 ? ',' : '.';
}

/** Digits without their thousands separators, which must stand where they belong. */
function ungrouped(text: string, separator: '.' | ','): string | undefined {
	const [first = '', ...groups] = text.split(separator);
	const apart = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
	if (!WHOLE.test(text) && !apart) return undefined;
	return [first, ...groups].join('').replace(/^0+(?=\d)/, '');
}

function ambiguous(value: unknown) {
	return {
		problem: `${found(value)} can be two different numbers: choose the option Decimal Separator`,
	};
}

function expected(value: unknown) {
	return { problem: `expected a number, found ${found(value)}` };
}
