import { isJsonObject } from '../json';
import { optionOf, type Property } from './property';

/** One `{slug: {operator: operand}}`, ready to be asked about the values at its slug. */
export type Condition = (values: readonly unknown[]) => boolean;

/** `undefined` from `condition`: no such operator, or an operand it cannot take. */
export type Misfit = { problem: string };

type Test = (value: unknown, operand: string) => boolean;

const ANY: { readonly [operator: string]: Test } = {
	'=': (value, operand) => text(value) === operand,
	contains: (value, operand) => text(value).toLowerCase().includes(operand.toLowerCase()),
	begins_with: (value, operand) => text(value).toLowerCase().startsWith(operand.toLowerCase()),
	ends_with: (value, operand) => text(value).toLowerCase().endsWith(operand.toLowerCase()),
	'<': (value, operand) => compare(value, operand) < 0,
	'>': (value, operand) => compare(value, operand) > 0,
	'<=': (value, operand) => compare(value, operand) <= 0,
	'>=': (value, operand) => compare(value, operand) >= 0,
};
const NONE: { readonly [operator: string]: string } = { '!=': '=', not_contains: 'contains' };
const EMPTY = new Set(['not_exists', 'is_null']);
const FILLED = new Set(['exists', 'is_not_null']);

/** https://docs.micro.so/guides/querying; an option may be given by slug or UUID. */
export function condition(
	property: Property,
	operator: string,
	operand: unknown,
	bare: 'refuse' | 'accept',
): Condition | Misfit {
	if (EMPTY.has(operator)) return (values) => values.length === 0;
	if (FILLED.has(operator)) return (values) => values.length > 0;
	const read = (given: unknown): string | undefined =>
		operandOf(property, given, bare === 'accept' || /^!?=$/.test(operator), bare);

	if (operator === 'in' || operator === 'not_in' || operator === 'between') {
		if (!Array.isArray(operand)) return { problem: `${operator} takes a list` };
		const list = operand.map(read);
		if (list.some((one) => one === undefined)) return { problem: 'must be string' };
		if (operator === 'between') return between(list as string[]);
		const among = (values: readonly unknown[]): boolean =>
			values.some((value) => list.includes(text(value)));
		return operator === 'in' ? among : (values) => !among(values);
	}
	const negated = Object.hasOwn(NONE, operator) ? NONE[operator] : undefined;
	const name = negated ?? operator;
	const test = Object.hasOwn(ANY, name) ? ANY[name] : undefined;
	if (test === undefined) return { problem: `there is no operator ${operator}` };
	const wanted = read(operand);
	if (wanted === undefined) return { problem: 'must be string' };
	const any = (values: readonly unknown[]): boolean => values.some((one) => test(one, wanted));
	return negated === undefined ? any : (values) => !any(values);
}

export const isMisfit = (made: Condition | Misfit): made is Misfit => typeof made !== 'function';

function between(list: string[]): Condition | Misfit {
	const [low, high] = list;
	if (low === undefined || high === undefined || list.length > 2) {
		return { problem: 'between takes two' };
	}
	return (values) => values.some((value) => compare(value, low) >= 0 && compare(value, high) <= 0);
}

/** Operands are strings in the schema, beside = and != also booleans. */
function operandOf(
	property: Property,
	given: unknown,
	booleans: boolean,
	bare: 'refuse' | 'accept',
): string | undefined {
	if (typeof given === 'string') return optionOf(property, given)?.slug ?? given;
	if (typeof given === 'boolean' && booleans) return String(given);
	return typeof given === 'number' && bare === 'accept' ? String(given) : undefined;
}

/** Numbers by size, dates by moment, the rest by letters. */
export function compare(left: unknown, right: unknown): number {
	if (typeof left === 'number') return left - Number(right);
	const [a, b] = [text(left), text(right)];
	if (/^\d{4}-\d{2}-\d{2}/.test(a) && /^\d{4}-\d{2}-\d{2}/.test(b)) {
		return Date.parse(a) - Date.parse(b);
	}
	return a < b ? -1 : a > b ? 1 : 0;
}

const text = (value: unknown): string =>
	isJsonObject(value) ? JSON.stringify(value) : String(value as string);
