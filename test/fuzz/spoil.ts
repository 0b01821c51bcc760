/** Spoils an answer that the vendor gave in good faith. */
import type { Fault } from '../sandbox';

type Change = (list: unknown[]) => unknown;

/** Changes the answer's list of results: its longest list, wherever that is. */
export function atResults(change: Change): Fault {
	return {
		kind: 'transform',
		change(body) {
			const longest = listsIn(body).sort((a, b) => b.length - a.length)[0];
			return walk(body, (list) => (list === longest ? change(list) : list));
		},
	};
}

/** Changes every list that is not inside of another one. */
export function atLists(change: Change): Fault {
	return { kind: 'transform', change: (body) => walk(body, change) };
}

/** A value of JSON with some of its text replaced. */
export function mapText(find: RegExp, replacement: string): (value: unknown) => unknown {
	return (value) => {
		const text = JSON.stringify(value) as string | undefined;
		if (text === undefined) return value;
		try {
			return JSON.parse(text.replace(find, replacement)) as unknown;
		} catch {
			return null;
		}
	};
}

function listsIn(value: unknown): unknown[][] {
	if (Array.isArray(value)) return [value as unknown[]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(listsIn);
}

function walk(value: unknown, change: Change): unknown {
	if (Array.isArray(value)) return change(value as unknown[]);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, walk(of, change)]));
}
