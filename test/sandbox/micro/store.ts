import type { ObjectTypes } from './objectTypes';
import { randomUuid } from './uuid';
import type { Random } from '../random';

export type Values = { readonly [slug: string]: unknown };
export type ListValues = { readonly [listId: string]: Values };

/** Values to set; null clears. */
export interface Changes {
	default: Values;
	list: ListValues;
}

export interface StoredRecord {
	readonly id: string;
	readonly type: string;
	/** Order of creation, the order of unsorted pages. */
	readonly sequence: number;
	/** Replaced on every write, never changed in place, so a snapshot costs nothing. */
	default: Values;
	list: ListValues;
	/** Goes up with every write; the ETag. */
	version: number;
	createdAt: string;
	updatedAt: string;
	deleted: boolean;
}

/** Where in the traffic a write came from. */
export interface Cause {
	/** Position in the sandbox's call log. */
	callIndex: number;
	/** Position in its batch or import; 0 for single calls. */
	position: number;
	/** When it happens: the past, for rows of a job that nobody looked at since. */
	now: number;
}

export interface Write {
	type: string;
	id: string;
	operation: 'create' | 'update' | 'delete' | 'restore';
	/** What was written, as stored; null for what was cleared. */
	values: Values;
	list: ListValues;
	callIndex: number;
	position: number;
}

const NO_CHANGES: Changes = { default: {}, list: {} };

/** The records, and the truth that tests compare with what a client reported. */
export class MicroStore {
	/** Benchmarks turn this off: the log keeps every write's values alive. */
	keepWrites = true;
	/** Lets jobs do what they would have done by now; called before tests look. */
	settle: () => void = () => undefined;
	private readonly log: Write[] = [];
	private readonly shelves = new Map<string, Map<string, StoredRecord>>();
	private sequence = 0;

	constructor(
		private readonly types: ObjectTypes,
		private readonly random: Random,
	) {
		for (const name of types.types.keys()) this.shelves.set(name, new Map());
	}

	// ── for tests ────────────────────────────────────────────────────────────────────────────

	/** Every write applied through the API, in order. */
	get writes(): readonly Write[] {
		this.settle();
		return this.log;
	}

	/** The workspace properties of a live record. */
	get(type: string, id: string): Values | undefined {
		return this.record(type, id)?.default;
	}

	/** A live record with its lists, version and times. */
	record(type: string, id: string): StoredRecord | undefined {
		this.settle();
		const record = this.shelf(type).get(id);
		return record === undefined || record.deleted ? undefined : record;
	}

	/** Sets values without validation, as if they had been there for long; revives the deleted. */
	put(type: string, id: string, values: Values, list: ListValues = {}): void {
		const now = Date.now();
		const record = this.shelf(type).get(id) ?? this.add(type, id, now);
		record.deleted = false;
		this.merge(record, { default: values, list }, now);
	}

	/** Soft-deletes as if it had been so for long. */
	remove(type: string, id: string): void {
		const record = this.shelf(type).get(id);
		if (record !== undefined) record.deleted = true;
	}

	all(type: string): StoredRecord[] {
		this.settle();
		return [...this.shelf(type).values()].filter((record) => !record.deleted);
	}

	count(type: string): number {
		this.settle();
		let live = 0;
		for (const record of this.shelf(type).values()) if (!record.deleted) live += 1;
		return live;
	}

	/** An id nobody has yet. */
	newId(): string {
		return randomUuid(this.random);
	}

	// ── for the API ──────────────────────────────────────────────────────────────────────────

	/** Also the deleted ones; `id` in lower case. */
	find(type: string, id: string): StoredRecord | undefined {
		return this.shelf(type).get(id);
	}

	records(type: string): Iterable<StoredRecord> {
		return this.shelf(type).values();
	}

	create(type: string, changes: Changes, cause: Cause): StoredRecord {
		const record = this.add(type, this.newId(), cause.now);
		this.merge(record, changes, cause.now);
		this.note(record, 'create', changes, cause);
		return record;
	}

	update(record: StoredRecord, changes: Changes, cause: Cause): void {
		this.merge(record, changes, cause.now);
		this.note(record, 'update', changes, cause);
	}

	setDeleted(record: StoredRecord, deleted: boolean, cause: Cause): void {
		record.deleted = deleted;
		this.merge(record, NO_CHANGES, cause.now);
		this.note(record, deleted ? 'delete' : 'restore', NO_CHANGES, cause);
	}

	private add(type: string, id: string, now: number): StoredRecord {
		const stamp = new Date(now).toISOString();
		const record: StoredRecord = {
			id,
			type,
			sequence: ++this.sequence,
			default: {},
			list: {},
			version: 0,
			createdAt: stamp,
			updatedAt: stamp,
			deleted: false,
		};
		this.shelf(type).set(id, record);
		return record;
	}

	private merge(record: StoredRecord, changes: Changes, now: number): void {
		record.default = merged(record.default, changes.default);
		for (const [listId, values] of Object.entries(changes.list)) {
			record.list = { ...record.list, [listId]: merged(record.list[listId] ?? {}, values) };
		}
		record.version += 1;
		record.updatedAt = new Date(now).toISOString();
	}

	private note(
		{ type, id }: StoredRecord,
		operation: Write['operation'],
		changes: Changes,
		{ callIndex, position }: Cause,
	): void {
		if (!this.keepWrites) return;
		const { default: values, list } = changes;
		this.log.push({ type, id, operation, values, list, callIndex, position });
	}

	private shelf(type: string): Map<string, StoredRecord> {
		return this.shelves.get(this.types.named(type).name) as Map<string, StoredRecord>;
	}
}

function merged(before: Values, changes: Values): Values {
	const after: { [slug: string]: unknown } = { ...before };
	for (const slug of Object.keys(changes)) {
		if (changes[slug] === null) delete after[slug];
		else after[slug] = changes[slug];
	}
	return after;
}
