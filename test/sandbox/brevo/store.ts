import { link, unlinkAll } from './links';
import type { ObjectType, ObjectTypes } from './objectTypes';
import { stampOf } from './stampOf';
import { Shelf, type Attributes, type StoredRecord } from './shelf';

export type { Attributes, StoredRecord } from './shelf';

/** Where in a batch something came from. */
export interface Origin {
	processId: number;
	/** Position of the accepting call in the sandbox's call log. */
	callIndex: number;
	/** Position in that call's list. */
	position: number;
}

export interface Write extends Origin {
	type: string;
	id: number;
	extId: string | undefined;
	operation: 'create' | 'update' | 'delete' | 'link' | 'unlink';
	/** What was written, as stored; a cleared value is null. */
	attributes: Attributes;
	/** The far end of a link. */
	other?: { type: string; id: number };
}

/** Something Brevo swallowed after it had accepted the batch. */
export interface Drop extends Origin {
	type: string;
	key: string | number | undefined;
	what: 'record' | 'value' | 'link';
	reason: string;
}

/** The records, and the truth that tests compare with what a client reported. */
export class BrevoStore {
	/** Every write applied by a process, in order. */
	readonly writes: Write[] = [];
	/** Every record, value and link that vanished without a word. */
	readonly drops: Drop[] = [];
	/** Benchmarks turn this off: the logs keep every write's values alive. */
	keepWrites = true;
	/** Finishes processes that are due. */
	settle: () => void = () => undefined;
	private readonly shelves = new Map<ObjectType, Shelf>();
	private nextId = 70_000_001;

	constructor(private readonly types: ObjectTypes) {}

	// ── for tests: a text is an ext_id, a number an id ───────────────────────────────────────

	get(type: string, key: string | number): Attributes | undefined {
		return this.record(type, key)?.attributes;
	}

	record(type: string, key: string | number): StoredRecord | undefined {
		this.settle();
		return this.shelf(this.types.named(type)).find(key);
	}

	all(type: string): StoredRecord[] {
		this.settle();
		return [...this.shelf(this.types.named(type)).records.values()];
	}

	count(type: string): number {
		this.settle();
		return this.shelf(this.types.named(type)).records.size;
	}

	/** Sets values without validation, as if they had been there for long; returns the id. */
	put(type: string, key: string | number | undefined, attributes: Attributes): number {
		this.settle();
		const objectType = this.types.named(type);
		const known = key === undefined ? undefined : this.shelf(objectType).find(key);
		if (known !== undefined) {
			known.attributes = { ...known.attributes, ...attributes };
			return known.id;
		}
		const id = typeof key === 'number' ? key : undefined;
		const extId = typeof key === 'string' ? key : undefined;
		const record = this.create(objectType, { id, extId, attributes }, Date.now());
		// Old enough for reads that lag behind.
		record.createdMs = 0;
		return record.id;
	}

	/** Takes a record away, links included. */
	remove(type: string, key: string | number): void {
		const record = this.record(type, key);
		if (record === undefined) return;
		unlinkAll(record);
		this.shelf(this.types.named(type)).delete(record, Date.now());
	}

	/** Links two records, whether or not the schema has the pair. */
	link(
		[type, key]: readonly [string, string | number],
		[otherType, otherKey]: readonly [string, string | number],
	): void {
		const one = this.record(type, key);
		const other = this.record(otherType, otherKey);
		if (one === undefined || other === undefined) throw new Error('One of the two is not there');
		link(one, other);
	}

	/** The other ends of a record's links, oldest link first. */
	linked(type: string, key: string | number, otherType?: string): StoredRecord[] {
		const all = [...(this.record(type, key)?.links ?? [])];
		return all.filter((one) => otherType === undefined || one.type === otherType);
	}

	// ── for the API ──────────────────────────────────────────────────────────────────────────

	shelf(type: ObjectType): Shelf {
		let shelf = this.shelves.get(type);
		if (shelf === undefined) this.shelves.set(type, (shelf = new Shelf()));
		return shelf;
	}

	create(
		type: ObjectType,
		given: { id?: number | undefined; extId?: string | undefined; attributes: Attributes },
		at: number,
	): StoredRecord {
		const stamp = stampOf(at);
		const record: StoredRecord = {
			type: type.name,
			id: given.id ?? this.freeId(type),
			extId: given.extId,
			attributes: given.attributes,
			createdAt: stamp,
			updatedAt: stamp,
			createdMs: at,
			links: undefined,
			previous: undefined,
		};
		this.shelf(type).add(record);
		return record;
	}

	log(write: Write): void {
		if (this.keepWrites) this.writes.push(write);
	}

	logDrop(drop: Drop): void {
		if (this.keepWrites) this.drops.push(drop);
	}

	private freeId(type: ObjectType): number {
		const { records } = this.shelf(type);
		while (records.has(this.nextId)) this.nextId += 1;
		return this.nextId++;
	}
}
