/** Where a hostile value can stand: each place makes items out of a row's good ones. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Row } from '../conformance/row';
import { HOSTILE_TEXTS, HOSTILE_VALUES, nested } from './values';

export interface HostileItem {
	/** What is wrong with it, for the test's messages. */
	readonly name: string;
	/** What to make of a good item. */
	change(item: IDataObject): INodeExecutionData;
	/** What is found in a request body if the item leaves as a success that the store cannot show. */
	readonly value?: unknown;
}

const TEN_MEGABYTES = 10 * 1024 * 1024;
/** For patterns that try every zero as the end of the zeros before a number. */
const ZEROS = `${'0'.repeat(1_000_000)}y`;

/** The columns that identify a record. */
export function idColumnsOf({ idColumns, node: { parameters } }: Row): readonly string[] {
	if (idColumns !== undefined) return idColumns;
	return typeof parameters.idField === 'string' && parameters.idField !== ''
		? [parameters.idField]
		: [];
}

/** @param columns of one of the row's good items */
export function hostileItems(row: Row, columns: readonly string[]): Record<string, HostileItem[]> {
	const ids = idColumnsOf(row);
	const others = columns.filter((column) => !ids.includes(column));
	const put = (column: string, value: unknown) => (item: IDataObject) => ({
		json: withOwn(item, column, value),
	});
	return {
		'as the id': ids.flatMap((column) =>
			HOSTILE_VALUES.map(([name, value]) => ({
				name: `${column}: ${name}`,
				change: put(column, value),
				value,
			})),
		),
		'as a value': HOSTILE_VALUES.flatMap(([name, value], index) => {
			const column = others[index % others.length];
			if (column === undefined) return [];
			return [{ name: `${column}: ${name}`, change: put(column, value), value }];
		}),
		'as the name of a column': HOSTILE_TEXTS.map(([name, text]) => ({
			name,
			change: put(text, 'x'),
		})),
		'as the item': STRUCTURES.flatMap(([name, change, value]) => {
			const [id = others[0] ?? 'id'] = ids;
			if (ids.length === 0 && name.endsWith('in place of the id')) return [];
			const hostile = { name, change: (item: IDataObject) => change(item, id, others[0] ?? 'x') };
			return [value === undefined ? hostile : { ...hostile, value }];
		}),
	};
}

/** An assignment to `__proto__` would set the prototype. */
function withOwn(item: IDataObject, column: string, value: unknown): IDataObject {
	return Object.fromEntries([...Object.entries(item), [column, value]]) as IDataObject;
}

type Change = (item: IDataObject, id: string, other: string) => INodeExecutionData;

const BINARY = { data: { data: 'AAAA', mimeType: 'image/png', fileName: '../x.png' } };
const OWN_LOOKING = { state: 'rejected', reportedBy: 'node', vendor: 'Nobody', operation: 'none' };
const many = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`column_${index}`, index]));

const STRUCTURES: ReadonlyArray<readonly [name: string, change: Change, value?: unknown]> = [
	['an empty object', () => ({ json: {} })],
	['only a file', () => ({ json: {}, binary: BINARY })],
	['a good item with a file', (item) => ({ json: item, binary: BINARY })],
	['a column error', (item) => ({ json: { ...item, error: 'out of paper' } })],
	['columns error and message', (item) => ({ json: { ...item, error: { a: 1 }, message: 'm' } })],
	['an error as ours', (item) => ({ json: { ...item, error: OWN_LOOKING, message: 'm' } })],
	['only the id', (item, id) => ({ json: { [id]: item[id] } })],
	['all but the id', (item, id) => ({ json: { ...item, [id]: undefined } })],
	['the item inside of another', (item) => ({ json: { item } })],
	['a thousand columns', (item) => ({ json: { ...item, ...many(1000) } })],
	['a column of 1,000 objects in each other', (item) => ({ json: { ...item, x: nested(1000) } })],
	['no prototype', (item) => ({ json: Object.assign(Object.create(null) as object, item) })],
	['frozen', (item) => ({ json: Object.freeze({ ...item }) })],
	[
		'keys of a prototype',
		(item) => ({
			json: withOwn({ ...item, constructor: 'x' }, '__proto__', { polluted: true }),
		}),
	],
	['a list in place of the id', (item, id) => ({ json: { ...item, [id]: [item[id], item[id]] } })],
	['an object in place of the id', (item, id) => ({ json: { ...item, [id]: { id: item[id] } } })],
	[
		'10 MB in a value',
		(item, _, other) => ({ json: { ...item, [other]: 'é'.repeat(TEN_MEGABYTES / 2) } }),
	],
	['10 MB in the id', (item, id) => ({ json: { ...item, [id]: 'x'.repeat(TEN_MEGABYTES) } })],
	['a million zeros in the id', (item, id) => ({ json: { ...item, [id]: ZEROS } }), ZEROS],
	[
		'a million zeros in a value',
		(item, _, other) => ({ json: { ...item, [other]: ZEROS } }),
		ZEROS,
	],
	['100 kB as a name', (item) => ({ json: { ...item, ['n'.repeat(100_000)]: 1 } })],
	['10 MB as a name', (item) => ({ json: { ...item, ['x'.repeat(TEN_MEGABYTES)]: 1 } })],
	[
		'100,000 entries in a list',
		(item, _, other) => ({ json: { ...item, [other]: Array<number>(100_000).fill(7) } }),
		[7],
	],
];
