import type { Random } from '../random';
import type { ListDefinition } from './listDefinition';
import { ListResource, type Access } from './listResource';
import { keyText, type Cell, type Row } from './rows';

export interface SasWrite {
	listId: string;
	operation: 'insert' | 'update' | 'delete' | 'purge';
	/** The key as text: the value itself, or a JSON list of a composite key's values. */
	key: string;
	/** The whole row as stored afterwards; for a delete, the row that is gone. */
	row: Row;
	/** Position in the sandbox's call log. */
	callIndex: number;
	/** Position in the request, from 0. */
	position: number;
}

type Key = Cell | readonly Cell[];

/** The lists, and the truth that tests compare with what a client reported. */
export class SasStore {
	/** Benchmarks turn this off: the log keeps every written row alive. */
	keepWrites = true;
	private readonly applied: SasWrite[] = [];
	private readonly lists = new Map<string, ListResource>();

	constructor(private readonly random: Random) {}

	// ── for tests; a list is named by id or name ─────────────────────────────────────────────

	/** Every write applied through the API, in order, those of finished jobs included. */
	get writes(): readonly SasWrite[] {
		this.everyList();
		return this.applied;
	}

	/** The row with this key; with duplicate keys the first of them. Composite keys as a list. */
	get(list: string, key: Key): Row | undefined {
		return this.rowsOf(list, key)[0];
	}

	/** All rows with this key. */
	rowsOf(list: string, key: Key): Row[] {
		const { rows } = this.named(list);
		const wanted = keyText(Array.isArray(key) ? (key as Cell[]) : [key]);
		if (rows.duplicates) return rows.all().filter((row) => rows.keyOf(row) === wanted);
		const row = rows.find(wanted);
		return row === undefined ? [] : [row];
	}

	all(list: string): Row[] {
		return this.named(list).rows.all();
	}

	count(list: string): number {
		return this.named(list).rows.count;
	}

	/** Sets a row without validation, as if it had been there for long. */
	put(list: string, row: Row): void {
		const { rows } = this.named(list);
		if (rows.duplicates) rows.append({ ...row });
		else {
			const key = rows.keyOf(row);
			rows.set(key, { ...rows.find(key), ...row });
		}
	}

	remove(list: string, key: Key): void {
		const { rows } = this.named(list);
		for (const row of this.rowsOf(list, key)) {
			if (rows.duplicates) rows.removeEqual(row, 'all');
			else rows.remove(rows.keyOf(row));
		}
	}

	// ── for the API ──────────────────────────────────────────────────────────────────────────

	find(id: string): ListResource | undefined {
		const list = this.lists.get(id);
		list?.settle();
		return list;
	}

	named(list: string): ListResource {
		const found = this.find(list) ?? this.byName(list);
		if (found === undefined) throw new Error(`There is no list ${list}`);
		found.settle();
		return found;
	}

	byName(name: string): ListResource | undefined {
		for (const list of this.lists.values()) if (list.definition.name === name) return list;
		return undefined;
	}

	everyList(): ListResource[] {
		const lists = [...this.lists.values()];
		for (const list of lists) list.settle();
		return lists;
	}

	create(definition: ListDefinition, createdBy: string, access: Access = {}): ListResource {
		const list = new ListResource(this.uuid(), definition, createdBy, access);
		this.lists.set(list.id, list);
		return list;
	}

	drop(id: string): void {
		this.lists.delete(id);
	}

	log(write: SasWrite): void {
		if (this.keepWrites) this.applied.push(write);
	}

	uuid(): string {
		const hex = Array.from({ length: 32 }, () => this.random.below(16).toString(16)).join('');
		return [
			hex.slice(0, 8),
			hex.slice(8, 12),
			`4${hex.slice(13, 16)}`,
			`a${hex.slice(17, 20)}`,
			hex.slice(20),
		].join('-');
	}
}
