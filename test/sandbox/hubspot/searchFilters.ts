import { isJsonObject } from '../json';
import type { ObjectType } from './objectTypes';
import { invalid } from './refusal';
import type { Values } from './store';

type Test = (values: Values) => boolean;

const MOST_GROUPS = 5;
const MOST_PER_GROUP = 6;
const MOST_FILTERS = 18;

/** Groups are alternatives; the filters of a group must all hold. */
export function readFilters(groups: unknown, type: ObjectType): Test {
	if (groups === undefined) return () => true;
	if (!Array.isArray(groups)) throw invalid('filterGroups must be a list');
	if (groups.length > MOST_GROUPS) throw invalid(`Search takes ${MOST_GROUPS} filterGroups`);
	let total = 0;
	const tests = groups.map((group: unknown) => {
		const filters = isJsonObject(group) ? (group['filters'] ?? []) : undefined;
		if (!Array.isArray(filters)) throw invalid('A filter group needs a list of filters');
		if (filters.length > MOST_PER_GROUP) throw invalid(`A group takes ${MOST_PER_GROUP} filters`);
		total += filters.length;
		return filters.map((filter: unknown) => readFilter(filter, type));
	});
	if (total > MOST_FILTERS) throw invalid(`Search takes ${MOST_FILTERS} filters in all`);
	if (tests.length === 0) return () => true;
	return (values) => tests.some((group) => group.every((test) => test(values)));
}

function readFilter(filter: unknown, type: ObjectType): Test {
	if (!isJsonObject(filter)) throw invalid('A filter must be an object');
	const name = filter['propertyName'];
	if (typeof name !== 'string' || !type.properties.has(name)) {
		throw invalid(`There is no property ${String(name)} to filter by`);
	}
	const operator = String(filter['operator']);
	const wanted = text(filter['value']);
	const list = Array.isArray(filter['values']) ? filter['values'].map(text) : [];
	const high = text(filter['highValue']);
	const test = TESTS[operator];
	if (test === undefined) throw invalid(`There is no operator ${operator}`);
	if (needsValue(operator) && filter['value'] === undefined) {
		throw invalid(`Operator ${operator} needs a value`);
	}
	if (
		operator.endsWith('IN') &&
		operator !== 'BETWEEN' &&
		list.length === 0 &&
		!operator.includes('TOKEN')
	) {
		throw invalid(`Operator ${operator} needs values`);
	}
	return (values) => test(text(values[name]), { wanted, list, high });
}

interface Operand {
	wanted: string;
	list: string[];
	high: string;
}

const TESTS: { [operator: string]: (value: string, operand: Operand) => boolean } = {
	EQ: (value, { wanted }) => value !== '' && compare(value, wanted) === 0,
	NEQ: (value, { wanted }) => value === '' || compare(value, wanted) !== 0,
	LT: (value, { wanted }) => value !== '' && compare(value, wanted) < 0,
	LTE: (value, { wanted }) => value !== '' && compare(value, wanted) <= 0,
	GT: (value, { wanted }) => value !== '' && compare(value, wanted) > 0,
	GTE: (value, { wanted }) => value !== '' && compare(value, wanted) >= 0,
	BETWEEN: (value, { wanted, high }) =>
		value !== '' && compare(value, wanted) >= 0 && compare(value, high) <= 0,
	IN: (value, { list }) => list.includes(value),
	NOT_IN: (value, { list }) => value !== '' && !list.includes(value),
	HAS_PROPERTY: (value) => value !== '',
	NOT_HAS_PROPERTY: (value) => value === '',
	CONTAINS_TOKEN: (value, { wanted }) => hasToken(value, wanted),
	NOT_CONTAINS_TOKEN: (value, { wanted }) => !hasToken(value, wanted),
};

function needsValue(operator: string): boolean {
	return !['IN', 'NOT_IN', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY'].includes(operator);
}

/** Everything compares without case, as values of unknown case do in HubSpot's search. */
function text(value: unknown): string {
	return value === undefined || value === null ? '' : String(value as string).toLowerCase();
}

function compare(a: string, b: string): number {
	const numbers = number(a) - number(b);
	if (!Number.isNaN(numbers)) return numbers;
	return a < b ? -1 : a > b ? 1 : 0;
}

/** A number, or a moment as epoch milliseconds: filters may give either for a date. */
function number(value: string): number {
	if (/^\d{4}-\d{2}-\d{2}/.test(value)) return Date.parse(value.toUpperCase());
	return value === '' ? NaN : Number(value);
}

function hasToken(value: string, wanted: string): boolean {
	const pattern = wanted
		.split('*')
		.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
		.join('.*');
	const whole = new RegExp(`^${pattern}$`);
	return whole.test(value) || value.split(/[\s@.,;-]+/).some((token) => whole.test(token));
}
