import { found } from '../found';
import { plainNumber } from '../plainNumber';
import { unlessEmpty, type Converted } from './converted';

/** A text without spaces around it; numbers, true, false and dates as they are written. */
export function toText(value: unknown): Converted<string> {
	return unlessEmpty(value, (plain) => {
		if (typeof plain === 'string') return { value: plain };
		if (typeof plain === 'number' && Number.isFinite(plain)) return { value: plainNumber(plain) };
		if (typeof plain === 'boolean' || typeof plain === 'bigint') return { value: String(plain) };
		return { problem: `expected a text, found ${found(plain)}` };
	});
}
