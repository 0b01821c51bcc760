import { invalid } from './refusal';
import type { SasSwitches } from './switches';

export type Comparison = 'eq' | 'startsWith' | 'endsWith' | 'contains';

/** One function on one member. */
export interface Condition {
	fn: Comparison;
	member: string;
	value: string;
}

const COMPARISONS: ReadonlySet<string> = new Set<Comparison>([
	'eq',
	'startsWith',
	'endsWith',
	'contains',
]);

/**
 * SAS's filter language as far as lists take it: comparisons with a value in apostrophes, and one
 * `and(…)` around several that is not nested.
 */
export function parseFilter(text: string, { apostrophe }: SasSwitches): Condition[] {
	let at = 0;
	const skip = (): void => {
		while (text[at] === ' ') at += 1;
	};
	const expect = (sign: string): void => {
		skip();
		if (text[at] !== sign) throw invalid(`The filter is wrong at ${at + 1}: no ${sign}`);
		at += 1;
	};
	const follows = (sign: string): boolean => {
		skip();
		return text[at] === sign;
	};
	const name = (): string => {
		skip();
		const found = /^[^\s(),']+/.exec(text.slice(at))?.[0];
		if (found === undefined) throw invalid(`The filter is wrong at ${at + 1}: no name`);
		at += found.length;
		return found;
	};
	const quoted = (): string => {
		expect("'");
		let value = '';
		for (; at < text.length; at++) {
			const sign = text[at] as string;
			const escapes = apostrophe === 'doubled' ? "'" : '\\';
			if (sign === escapes && text[at + 1] === "'") {
				value += "'";
				at += 1;
			} else if (sign === "'") {
				at += 1;
				return value;
			} else value += sign;
		}
		throw invalid('The filter has a value that does not end');
	};
	const condition = (fn: string): Condition => {
		if (!COMPARISONS.has(fn)) throw invalid(`The filter cannot have ${fn} here`);
		expect('(');
		const member = name();
		expect(',');
		const value = quoted();
		expect(')');
		return { fn: fn as Comparison, member, value };
	};

	const outer = name();
	const conditions: Condition[] = [];
	if (outer === 'and') {
		expect('(');
		do conditions.push(condition(name()));
		while (follows(',') && ++at);
		expect(')');
		if (conditions.length < 2) throw invalid('The filter has an and() of one');
	} else conditions.push(condition(outer));
	skip();
	if (at < text.length) throw invalid(`The filter goes on at ${at + 1}`);
	return conditions;
}

export function holds({ fn, value }: Condition, given: string): boolean {
	switch (fn) {
		case 'eq':
			return given === value;
		case 'startsWith':
			return given.startsWith(value);
		case 'endsWith':
			return given.endsWith(value);
		case 'contains':
			return given.includes(value);
	}
}
