import type { ObjectType, ObjectTypes } from './objectTypes';
import { UniqueIndex } from './uniqueIndex';

export type Values = { readonly [property: string]: string };

/** What search may still see while its index lags behind. */
interface Version {
	writtenAt: number;
	properties: Values;
	archived: boolean;
	previous: Version | undefined;
}

export interface StoredRecord {
	readonly id: string;
	/** Replaced on every write, never changed in place, so a snapshot costs nothing. */
	properties: Values;
	createdAt: string;
	updatedAt: string;
	archived: boolean;
	archivedAt?: string;
	associations?: unknown[];
	writtenAt: number;
	previous: Version | undefined;
}

export interface Write {
	/** Plural name of the object type. */
	type: string;
	id: string;
	operation: 'create' | 'update' | 'archive' | 'merge';
	/** What was written, as stored. */
	properties: Values;
	traceId: string | undefined;
	/** Position in the sandbox's call log. */
	callIndex: number;
}

interface Shelf {
	records: Map<string, StoredRecord>;
	/** Ids that a merge made stale, with the id that lives on. */
	merged: Map<string, string>;
	unique: UniqueIndex;
}

/** The records, and the truth that tests compare with what a client reported. */
export class HubSpotStore {
	/** Every write applied through the API, in order. */
	readonly writes: Write[] = [];
	/** Benchmarks turn this off: the log keeps every write's values alive. */
	keepWrites = true;
	/** Versions older than this are forgotten; search cannot look further back. */
	searchLagMs: () => number = () => 0;
	private readonly shelves = new Map<ObjectType, Shelf>();
	private nextId = 200_000_000_001;

	constructor(private readonly types: ObjectTypes) {}

	// ── for tests ────────────────────────────────────────────────────────────────────────────

	get(type: string, id: string): Values | undefined {
		const record = this.find(this.types.named(type), id);
		return record === undefined || record.archived ? undefined : record.properties;
	}

	isArchived(type: string, id: string): boolean {
		return this.find(this.types.named(type), id)?.archived === true;
	}

	/** The live record that owns a unique value. */
	getBy(type: string, property: string, value: string): Values | undefined {
		const id = this.owner(this.types.named(type), property, value);
		return id === undefined ? undefined : this.get(type, id);
	}

	/** Sets values without validation, as if they had been there for long. */
	put(type: string, id: string, properties: Record<string, string>): void {
		const objectType = this.types.named(type);
		const record = this.find(objectType, id);
		if (record === undefined) {
			this.create(objectType, properties, id, Date.now());
			this.forgetVersions(objectType, id);
			return;
		}
		this.write(objectType, record, { ...record.properties, ...properties }, Date.now());
		this.forgetVersions(objectType, id);
	}

	all(type: string): StoredRecord[] {
		return [...this.shelf(this.types.named(type)).records.values()].filter(
			(record) => !record.archived,
		);
	}

	count(type: string): number {
		let live = 0;
		for (const record of this.shelf(this.types.named(type)).records.values()) {
			if (!record.archived) live += 1;
		}
		return live;
	}

	archive(type: string, id: string): void {
		const objectType = this.types.named(type);
		const record = this.find(objectType, id);
		if (record !== undefined) this.remove(objectType, record, Date.now());
	}

	/** Makes `goneId` stale: its record is merged into `intoId`. */
	merge(type: string, goneId: string, intoId: string): void {
		const objectType = this.types.named(type);
		const shelf = this.shelf(objectType);
		const gone = shelf.records.get(goneId);
		if (gone !== undefined) shelf.unique.remove(gone.properties, goneId);
		shelf.records.delete(goneId);
		shelf.merged.set(goneId, intoId);
	}

	// ── for the API ──────────────────────────────────────────────────────────────────────────

	find(type: ObjectType, id: string): StoredRecord | undefined {
		return this.shelf(type).records.get(id);
	}

	/** The id that lives on, if this one was merged away. */
	mergedInto(type: ObjectType, id: string): string | undefined {
		return this.shelf(type).merged.get(id);
	}

	/** The id of the record that owns a unique value. */
	owner(type: ObjectType, property: string, value: string): string | undefined {
		return this.shelf(type).unique.owner(property, value);
	}

	records(type: ObjectType): Iterable<StoredRecord> {
		return this.shelf(type).records.values();
	}

	create(
		type: ObjectType,
		values: Values,
		id: string | undefined,
		now: number,
		stamp = new Date(now).toISOString(),
	): StoredRecord {
		const newId = id ?? this.freeId(type);
		const properties: Values = {
			[type.custom ? 'hs_createdate' : 'createdate']: stamp,
			...values,
			hs_object_id: newId,
			[type.modified]: stamp,
		};
		const record: StoredRecord = {
			id: newId,
			properties,
			createdAt: stamp,
			updatedAt: stamp,
			archived: false,
			writtenAt: now,
			previous: undefined,
		};
		const shelf = this.shelf(type);
		shelf.records.set(newId, record);
		shelf.unique.add(properties, newId);
		return record;
	}

	write(
		type: ObjectType,
		record: StoredRecord,
		properties: Record<string, string>,
		now: number,
		stamp = new Date(now).toISOString(),
	): void {
		properties[type.modified] = stamp;
		this.shelf(type).unique.replace(record.properties, properties, record.id);
		this.keepVersion(record, now);
		record.properties = properties;
		record.updatedAt = stamp;
	}

	remove(type: ObjectType, record: StoredRecord, now: number): void {
		if (record.archived) return;
		this.shelf(type).unique.remove(record.properties, record.id);
		this.keepVersion(record, now);
		record.archived = true;
		record.archivedAt = new Date(now).toISOString();
	}

	log(write: Write): void {
		if (this.keepWrites) this.writes.push(write);
	}

	/** The values search shows at a moment: undefined if it does not know the record yet. */
	seenAt(record: StoredRecord, moment: number): Values | undefined {
		let version: Version | undefined = record;
		while (version !== undefined && version.writtenAt > moment) version = version.previous;
		return version === undefined || version.archived ? undefined : version.properties;
	}

	private keepVersion(record: StoredRecord, now: number): void {
		const { writtenAt, properties, archived } = record;
		const oldEnough = writtenAt <= now - this.searchLagMs();
		const previous = oldEnough ? undefined : record.previous;
		record.previous = { writtenAt, properties, archived, previous };
		record.writtenAt = now;
	}

	private forgetVersions(type: ObjectType, id: string): void {
		const record = this.find(type, id);
		if (record === undefined) return;
		record.previous = undefined;
		record.writtenAt = -Infinity;
	}

	private freeId(type: ObjectType): string {
		const { records, merged } = this.shelf(type);
		let id = String(this.nextId++);
		while (records.has(id) || merged.has(id)) id = String(this.nextId++);
		return id;
	}

	private shelf(type: ObjectType): Shelf {
		let shelf = this.shelves.get(type);
		if (shelf === undefined) {
			shelf = { records: new Map(), merged: new Map(), unique: new UniqueIndex(type) };
			this.shelves.set(type, shelf);
		}
		return shelf;
	}
}
