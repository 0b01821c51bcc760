import type { Column } from './listDefinition';
import type { Cell } from './rows';
import type { SasSwitches } from './switches';

/** Why a value cannot stand in its column. */
export class BadCell {
	constructor(readonly says: string) {}
}

const WANTS_NUMBER = new BadCell('requires a number');
const WANTS_TEXT = new BadCell('requires text');
const NULL_KEY = new BadCell('is a key and must not be null');
const EMPTY_KEY = new BadCell('is a key and must not be empty');
const NULL = new BadCell('must not be null');
const EMPTY = new BadCell('must not be empty');

/** The value as stored, or what is wrong with it. Lists know text and numbers, nothing else. */
export function judgeCell(column: Column, value: unknown, switches: SasSwitches): Cell | BadCell {
	if (value === null) {
		if (column.isKey) return NULL_KEY;
		if (column.dataType === 'number') return switches.nullInNumber === 'accept' ? null : NULL;
		return switches.nullInString === 'accept' ? '' : NULL;
	}
	return column.dataType === 'number'
		? judgeNumber(value, switches)
		: judgeText(column, value, switches);
}

function judgeNumber(value: unknown, { numericText }: SasSwitches): Cell | BadCell {
	// JSON has no NaN, but 1e999 is valid JSON and reads as Infinity.
	if (typeof value === 'number') return Number.isFinite(value) ? value : WANTS_NUMBER;
	if (typeof value !== 'string' || numericText === 'refuse') return WANTS_NUMBER;
	const number = value.trim() === '' ? NaN : Number(value);
	return Number.isFinite(number) ? number : WANTS_NUMBER;
}

function judgeText(column: Column, value: unknown, switches: SasSwitches): Cell | BadCell {
	if (typeof value === 'number' && switches.numberForString === 'accept') return String(value);
	if (typeof value !== 'string') return WANTS_TEXT;
	if (value !== '') return value;
	if (column.isKey) return switches.emptyKey === 'accept' ? '' : EMPTY_KEY;
	return switches.emptyInString === 'accept' ? '' : EMPTY;
}
