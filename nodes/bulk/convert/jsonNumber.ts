import { found } from '../found';
import { plainNumber } from '../plainNumber';
import type { Converted } from './converted';
import type { Notation } from './notation';
import { toNumberText } from './number';

/** Every number of so many digits has a JSON number of its own. */
const DIGITS = 15;

/** A number as JSON has it. One with more digits than JSON's numbers hold would arrive as another. */
export function toJsonNumber(value: unknown, notation: Notation): Converted<number> {
	const text = toNumberText(value, notation);
	if (!('value' in text)) return text;
	const number = Number(text.value);
	const digits = text.value.replace(/^-|\./g, '').replace(/^0+/, '');
	if (digits.length <= DIGITS || plainNumber(number) === text.value) return { value: number };
	return { problem: `expected a number of at most ${DIGITS} digits, found ${found(value)}` };
}
