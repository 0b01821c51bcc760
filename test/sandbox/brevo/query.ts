import { invalid } from './refusal';

/** A whole number from the query text; undefined if it is not there. */
export function wholeNumber(query: URLSearchParams, name: string, least = 0): number | undefined {
	const text = query.get(name);
	if (text === null) return undefined;
	const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
	if (!(value >= least)) throw invalid(`${name}: expected a whole number from ${least} on`);
	return value;
}

export function oneOf<T extends string>(
	query: URLSearchParams,
	name: string,
	allowed: readonly T[],
	otherwise: T,
): T {
	const text = query.get(name);
	if (text === null) return otherwise;
	const found = allowed.find((one) => one === text);
	if (found === undefined) throw invalid(`${name}: expected ${allowed.join(' or ')}`);
	return found;
}
