import { stampOf } from './stampOf';

export type Attributes = { readonly [key: string]: unknown };

/** What list reads may still see while they lag behind. */
interface Version {
	/** When it was overwritten. */
	until: number;
	attributes: Attributes;
	updatedAt: string;
	previous: Version | undefined;
}

export interface StoredRecord {
	readonly type: string;
	readonly id: number;
	readonly extId: string | undefined;
	/** Replaced on every write, never changed in place, so a snapshot costs nothing. */
	attributes: Attributes;
	createdAt: string;
	updatedAt: string;
	createdMs: number;
	/** Both ends know each other; oldest link first. Most records have none. */
	links: Set<StoredRecord> | undefined;
	previous: Version | undefined;
}

export type View = Pick<
	StoredRecord,
	'id' | 'extId' | 'attributes' | 'createdAt' | 'updatedAt' | 'links'
>;

/** The records of one type, in order of creation. */
export class Shelf {
	readonly records = new Map<number, StoredRecord>();
	private readonly byExtId = new Map<string, StoredRecord>();
	/** Deleted records by id, for reads that lag behind, and by ext_id, for soft deletion. */
	private readonly gone = new Map<number, { record: StoredRecord; at: number }>();
	private readonly goneByExtId = new Map<string, StoredRecord>();

	find(key: string | number): StoredRecord | undefined {
		return typeof key === 'number' ? this.records.get(key) : this.byExtId.get(key);
	}

	add(record: StoredRecord): void {
		this.records.set(record.id, record);
		if (record.extId !== undefined) this.byExtId.set(record.extId, record);
	}

	write(record: StoredRecord, attributes: Attributes, at: number, lagMs: number): void {
		if (lagMs > 0) {
			const { updatedAt, previous } = record;
			record.previous = { until: at, attributes: record.attributes, updatedAt, previous };
		}
		record.attributes = attributes;
		record.updatedAt = stampOf(at);
	}

	delete(record: StoredRecord, at: number): void {
		const { id, extId } = record;
		this.records.delete(id);
		this.gone.set(id, { record, at });
		if (extId === undefined) return;
		this.byExtId.delete(extId);
		this.goneByExtId.set(extId, record);
	}

	/** Brings back the record with this ext_id that was deleted last, if there is one. */
	revive(extId: string): StoredRecord | undefined {
		const record = this.goneByExtId.get(extId);
		if (record === undefined) return undefined;
		this.goneByExtId.delete(extId);
		this.gone.delete(record.id);
		this.add(record);
		return record;
	}

	/** What a read sees that lags behind by so much, in order of creation. */
	seen(now: number, lagMs: number): View[] {
		if (lagMs <= 0) return [...this.records.values()];
		const moment = now - lagMs;
		const late = [...this.gone.values()]
			.filter(({ at }) => at > moment)
			.map(({ record }) => record);
		return [...this.records.values(), ...late]
			.filter((record) => record.createdMs <= moment)
			.sort((one, other) => one.createdMs - other.createdMs || one.id - other.id)
			.map((record) => asOf(record, moment));
	}
}

function asOf(record: StoredRecord, moment: number): View {
	let version = record.previous;
	let shown: View = record;
	while (version !== undefined && version.until > moment) {
		shown = { ...record, attributes: version.attributes, updatedAt: version.updatedAt };
		version = version.previous;
	}
	return shown;
}
