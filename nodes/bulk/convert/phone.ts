import { found } from '../found';
import { isOverlong } from '../isOverlong';
import type { Converted } from './converted';
import { NUMBERING_PLANS, PLANS_BY_CODE, type NumberingPlan } from './numberingPlans';
import { toText } from './text';

/** Spaces, brackets, dots, slashes and dashes of all kinds. */
const BETWEEN_DIGITS = /[\s().\/\-\u2010-\u2015\u2212]/g;
const CODE_LENGTHS = [1, 2, 3];
const LONGEST = 15;
const SHORTEST = 7;

/**
 * A phone number in the form E.164: `+`, calling code and national number, at most 15 digits.
 *
 * A number without `+` is read as one of the user's default country, by that country's prefixes and
 * lengths: only where that leaves one reading. Whether it is in use, nobody here can know.
 *
 * @param country two letters, ISO 3166-1; undefined: only numbers with `+` are taken
 */
export function toPhoneNumber(value: unknown, country: string | undefined): Converted<string> {
	const text = toText(value);
	if (!('value' in text)) return text;
	const plan = country === undefined ? undefined : NUMBERING_PLANS.get(country);
	const problem = (expected: string) => ({
		problem: `expected ${expected}, found ${found(value)}`,
	});
	if (isOverlong(text.value)) return problem(A_NUMBER);
	const written = withoutDecimals(text.value.replace(/^tel:/i, ''));
	if (written === undefined || hasTail(written)) return problem(A_NUMBER);
	const bare = written.replace(/^[\s(]+(?=\+)/, '');
	if (bare.startsWith('+')) return withPlus(bare, problem);
	const digits = bare.replace(BETWEEN_DIGITS, '');
	if (!/^\d+$/.test(digits)) return problem(plan ? A_NUMBER : WITH_PLUS);
	if (!plan) return problem(`${WITH_PLUS} (or set Default Country)`);
	const { international } = plan;
	if (international !== '' && digits.startsWith(international)) {
		return withPlus(`+${digits.slice(international.length)}`, problem);
	}
	const [number, other] = readings(digits, plan);
	if (number === undefined) return problem(`a phone number of ${plan.country}, or one with +`);
	if (other === undefined) return { value: number };
	return problem('a phone number that can be read in one way only, with + and country code');
}

const WITH_PLUS = 'a phone number with + and country code, such as +420601000001';
const WITHOUT_PREFIX = 'a phone number without the prefix of national calls after the country code';
const A_NUMBER = 'a phone number and nothing else';

/**
 * Spreadsheets keep whole numbers as `420601000001.0`, and that zero is no digit of the number. Undefined
 * where it cannot be told from one.
 */
function withoutDecimals(text: string): string | undefined {
	if (/^\+?\d+\.0+$/.test(text) || /^[^.]+\.0$/.test(text)) return text.replace(/\.0+$/, '');
	return /\.0$|^[^.]+\.0+$/.test(text) ? undefined : text;
}

/** Whether a second number or a note hangs on: joined to the first it would make another number. */
function hasTail(text: string): boolean {
	if (/\(\d*\)\s*$/.test(text)) return true;
	const [before = '', after, ...more] = text.split('/').map((part) => part.replace(/\D/g, ''));
	if (after === undefined) return false;
	// A slash may stand behind the area code.
	return more.length > 0 || after.length < 4 || before.length > (text.includes('+') ? 8 : 6);
}

type Problem = (expected: string) => { readonly problem: string };

function withPlus(written: string, problem: Problem): Converted<string> {
	// `+44 (0)20 …`: the bracket says what is left out from abroad.
	const bracketed = /^(\+\d{1,3})\)? ?\(0\)/.exec(written);
	const code = bracketed?.[1] ?? '';
	if (bracketed && !hasTrunkZero(code.slice(1))) return problem(WITH_PLUS);
	const number = (bracketed ? code + written.slice(bracketed[0].length) : written).replace(
		BETWEEN_DIGITS,
		'',
	);
	const digits = number.slice(1);
	if (!/^[1-9]\d*$/.test(digits)) return problem(WITH_PLUS);
	if (digits.length < SHORTEST || digits.length > LONGEST) return problem(WITH_PLUS);
	if (keepsTrunk(digits)) return problem(WITHOUT_PREFIX);
	return { value: number };
}

const plansOf = (callingCode: string) => PLANS_BY_CODE.get(callingCode) ?? [];

/** Whether all countries of this code dial 0 before national numbers, which then never begin with it. */
function hasTrunkZero(callingCode: string): boolean {
	const plans = plansOf(callingCode);
	return plans.length > 0 && plans.every(({ trunk }) => trunk === '0');
}

/** Whether the prefix of national calls was kept behind the country code. */
function keepsTrunk(digits: string): boolean {
	return CODE_LENGTHS.some((length) => {
		const code = digits.slice(0, length);
		const rest = digits.slice(length);
		if (rest.startsWith('0') && hasTrunkZero(code)) return true;
		const plans = plansOf(code);
		return (
			!plans.some(({ lengths }) => lengths.has(rest.length)) &&
			plans.some(({ trunk, lengths }) => {
				const kept = trunk !== '' && rest.startsWith(trunk);
				return kept && lengths.has(rest.length - trunk.length);
			})
		);
	});
}

/** Every way in which digits without `+` can be a number, for somebody in the plan's country. */
function readings(digits: string, plan: NumberingPlan): readonly string[] {
	const { callingCode, trunk, lengths } = plan;
	const national = nationalParts(digits, plan).map((part) => `+${callingCode}${part}`);
	// A `+` that a spreadsheet has dropped: certain only where no national number is as long.
	const fits = lengths.has(digits.length - callingCode.length);
	const canLack = digits.startsWith(callingCode) && callingCode !== trunk && fits;
	const certain = national.length > 0 || digits.length > Math.max(...lengths);
	return canLack && certain ? [...new Set([...national, `+${digits}`])] : national;
}

/** What follows the calling code, where the digits can be a national number. */
function nationalParts(digits: string, { trunk, lengths }: NumberingPlan): string[] {
	const parts: string[] = [];
	const rest = digits.slice(trunk.length);
	if (trunk !== '' && digits.startsWith(trunk) && lengths.has(rest.length)) parts.push(rest);
	// Where there is a prefix, a number without it may lack its area code, or a spreadsheet has dropped
	// a zero: as long as a number can be, it is all there.
	const whole = trunk === '' ? lengths.has(digits.length) : digits.length === Math.max(...lengths);
	if (whole && !(trunk === '0' && digits.startsWith('0'))) parts.push(digits);
	return parts;
}
