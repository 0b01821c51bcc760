import type { JsonObject } from '../json';
import type { Random } from '../random';
import { keyColumns, type Column, type ListDefinition } from './listDefinition';
import type { SasSwitches } from './switches';

export type Cell = string | number | null;
/** Replaced on every write, never changed in place, so a snapshot costs nothing. */
export type Row = Readonly<Record<string, Cell>>;

/** A key as one text: the value itself, or a JSON list of the values of a composite key. */
export function keyText(values: readonly unknown[]): string {
	return values.length === 1 ? String(values[0]) : JSON.stringify(values);
}

/** The contents of one list: one row per key, or any number of them with duplicate keys. */
export class Rows {
	columns: readonly Column[];
	keys: readonly Column[];
	readonly duplicates: boolean;
	private readonly keyNames: readonly string[];
	/** By key; with duplicate keys by all values, since only whole rows can be told apart. */
	private readonly shelves = new Map<string, Row | Row[]>();
	private size = 0;
	private sorted: Row[] | undefined;

	constructor({ columns, duplicateKeysEnabled }: ListDefinition) {
		this.columns = columns;
		this.keys = keyColumns(columns);
		this.keyNames = this.keys.map(({ name }) => name);
		this.duplicates = duplicateKeysEnabled;
	}

	/** Takes the same columns with other masks. */
	mask(columns: readonly Column[]): void {
		this.columns = columns;
		this.keys = keyColumns(columns);
	}

	get count(): number {
		return this.size;
	}

	keyOf(row: Row | JsonObject): string {
		const { keyNames } = this;
		return keyNames.length === 1
			? String(row[keyNames[0] as string])
			: JSON.stringify(keyNames.map((name) => row[name]));
	}

	/** The row with this key, or undefined; only without duplicate keys. */
	find(key: string): Row | undefined {
		const found = this.shelves.get(key);
		return Array.isArray(found) ? undefined : found;
	}

	/** Rows equal in every column; only with duplicate keys. */
	equal(row: Row): number {
		const found = this.shelves.get(this.exact(row));
		return Array.isArray(found) ? found.length : 0;
	}

	set(key: string, row: Row): void {
		if (!this.shelves.has(key)) this.size += 1;
		this.shelves.set(key, row);
		this.sorted = undefined;
	}

	append(row: Row): void {
		const exact = this.exact(row);
		const found = this.shelves.get(exact);
		if (Array.isArray(found)) found.push(row);
		else this.shelves.set(exact, [row]);
		this.size += 1;
		this.sorted = undefined;
	}

	remove(key: string): Row | undefined {
		const row = this.find(key);
		if (row === undefined) return undefined;
		this.shelves.delete(key);
		this.size -= 1;
		this.sorted = undefined;
		return row;
	}

	removeEqual(row: Row, which: SasSwitches['equalRowsOnDelete']): number {
		const exact = this.exact(row);
		const found = this.shelves.get(exact);
		if (!Array.isArray(found)) return 0;
		const gone = which === 'one' ? 1 : found.length;
		found.splice(0, gone);
		if (found.length === 0) this.shelves.delete(exact);
		this.size -= gone;
		this.sorted = undefined;
		return gone;
	}

	clear(): void {
		this.shelves.clear();
		this.size = 0;
		this.sorted = undefined;
	}

	all(): Row[] {
		return [...this.shelves.values()].flat() as Row[];
	}

	/** Nobody documents an order. Not to be changed by the caller. */
	inOrder(order: SasSwitches['rowOrder'], random: Random): readonly Row[] {
		if (order === 'insertion') return this.all();
		if (order === 'shuffled') return random.shuffle(this.all());
		return (this.sorted ??= this.all().sort((a, b) => this.compare(a, b)));
	}

	private compare(a: Row, b: Row): number {
		for (const name of this.keyNames) {
			const [left, right] = [a[name] ?? '', b[name] ?? ''];
			if (left < right) return -1;
			if (left > right) return 1;
		}
		return 0;
	}

	private exact(row: Row): string {
		return JSON.stringify(this.columns.map(({ name }) => row[name]));
	}
}
