import { found } from '../found';
import { unlessEmpty, type Converted } from './converted';

/** Words of the languages spreadsheets are most often written in. */
const YES = new Set([
	'true',
	'yes',
	'y',
	'1',
	'on',
	'ja',
	'wahr',
	'oui',
	'vrai',
	'si',
	'sí',
	'sì',
	'sim',
]);
const NO = new Set(['false', 'no', 'n', '0', 'off', 'nein', 'falsch', 'non', 'faux', 'nee', 'não']);

/** Yes or no, as true or false, a word or 1 and 0. */
export function toBoolean(value: unknown): Converted<boolean> {
	return unlessEmpty(value, (plain) => {
		const word = isScalar(plain) ? String(plain).toLowerCase() : '';
		if (YES.has(word)) return { value: true };
		if (NO.has(word)) return { value: false };
		return { problem: `expected yes or no, found ${found(plain)}` };
	});
}

function isScalar(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
