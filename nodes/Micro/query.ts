import { splitPaths } from '../bulk/fields';
import { asObject, objectsIn, textOf } from '../bulk/json';
import { isRejection, rejection, type Rejection } from '../bulk/record';
import { readListId } from './listId';

/** What a filter's value is. */
type Operand = 'one' | 'several' | 'none';

/** Source: https://docs.micro.so/guides/querying */
export const OPERATORS = [
	{ name: 'Begins With', value: 'begins_with' },
	{ name: 'Between', value: 'between' },
	{ name: 'Contains', value: 'contains' },
	{ name: 'Does Not Contain', value: 'not_contains' },
	{ name: 'Does Not Exist', value: 'not_exists' },
	{ name: 'Ends With', value: 'ends_with' },
	{ name: 'Equals', value: 'equals' },
	{ name: 'Exists', value: 'exists' },
	{ name: 'Greater or Equal', value: '>=' },
	{ name: 'Greater Than', value: '>' },
	{ name: 'In', value: 'in' },
	{ name: 'Is Not Null', value: 'is_not_null' },
	{ name: 'Is Null', value: 'is_null' },
	{ name: 'Less or Equal', value: '<=' },
	{ name: 'Less Than', value: '<' },
	{ name: 'Not Equal', value: '!=' },
	{ name: 'Not In', value: 'not_in' },
] as const;

const OPERANDS: Readonly<Record<string, Operand>> = {
	between: 'several',
	in: 'several',
	not_in: 'several',
	exists: 'none',
	not_exists: 'none',
	is_null: 'none',
	is_not_null: 'none',
};

/** `=` alone would be an empty expression to n8n. */
const EQUALS = 'equals';

/** A query as the node's parameters say it. */
export interface QueryParameters {
	/** Slugs, separated by commas; empty: all there are. */
	readonly properties: unknown;
	readonly filters: unknown;
	readonly options: unknown;
}

/** Micro refuses more: https://docs.micro.so/guides/querying */
export const LARGEST_PAGE = 50;

/** The body of `POST /{type}/query`, but for what to select when that is everything. */
export interface QueryBody {
	readonly query: {
		readonly select: readonly string[];
		readonly filter?: readonly object[];
		readonly combinator?: 'AND' | 'OR';
		readonly sort?: readonly object[];
		readonly list_id?: string;
		readonly limit?: number;
		readonly cursor?: string;
	};
	readonly deleted?: true;
}

/** Composes the body, or says which parameter is at fault. */
export function queryBody(parameters: QueryParameters): QueryBody | Rejection {
	const { combinator, deleted, listId, sort } = asObject(parameters.options);
	const list = listId === undefined || listId === '' ? undefined : readListId(listId);
	if (list && isRejection(list)) return list;
	const filter: object[] = [];
	for (const line of objectsIn(asObject(parameters.filters).filter)) {
		const slug = textOf(line.property);
		if (slug === undefined) return rejection('INVALID_FILTER', 'a filter names no property');
		const condition = conditionOf(slug, operatorOf(line.operator), line.value);
		if (isRejection(condition)) return condition;
		filter.push(condition);
	}
	const rules = objectsIn(asObject(sort).rule).flatMap(({ property, direction }) => {
		const slug = textOf(property);
		return slug === undefined ? [] : [{ [slug]: direction === 'desc' ? 'desc' : 'asc' }];
	});
	return {
		query: {
			select: splitPaths(typeof parameters.properties === 'string' ? parameters.properties : ''),
			...(filter.length > 0 && { filter, combinator: combinator === 'OR' ? 'OR' : 'AND' }),
			...(rules.length > 0 && { sort: rules }),
			...(list && { list_id: list.listId }),
		},
		...(deleted === true && { deleted }),
	};
}

function operatorOf(chosen: unknown): string {
	return chosen === EQUALS ? '=' : String(chosen);
}

/** Values are texts, numbers and dates included: that is what Micro's schema says. */
function conditionOf(slug: string, operator: string, given: unknown): object | Rejection {
	const operand = OPERANDS[operator] ?? 'one';
	if (operand === 'none') return { [slug]: { [operator]: true } };
	const value = String((given as string | number | boolean | null | undefined) ?? '').trim();
	if (operand === 'one') return { [slug]: { [operator]: value } };
	const values = value.split(',').map((one) => one.trim());
	if (operator !== 'between' || values.length === 2) return { [slug]: { [operator]: values } };
	const message = `Between takes two values, separated by a comma, found ${values.length}`;
	return rejection('INVALID_FILTER', message, slug);
}
