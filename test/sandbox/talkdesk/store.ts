import type { RecordData, StoredRecord } from './record';
import {
	RecordList,
	type ListStatus,
	type UniqueIdentifierType,
	type UploadRequest,
} from './recordList';

export interface Write {
	listId: string;
	id: string;
	operation: 'create' | 'update' | 'delete';
	/** What was written, as stored; undefined for a delete. */
	record: RecordData | undefined;
	/** Place of the call in the sandbox's call log. */
	callIndex: number;
	/** Place in its batch, from 0. */
	position: number;
}

/** Where a write comes from. */
export type Origin = Pick<Write, 'callIndex' | 'position'>;

interface Removal extends Origin {
	at: number;
	list: RecordList;
	record: StoredRecord;
}

export interface NewList {
	id?: string;
	name: string;
	uniqueIdentifierType?: UniqueIdentifierType;
	status?: ListStatus;
}

const PLAIN: RecordData = {
	first_name: 'Nobody',
	last_name: 'Yet',
	phone_numbers: [],
	timezone: 'GMT',
	priority: 5,
	extra_data: {},
};

/** The lists and records, and the truth that tests compare with what a client reported. */
export class TalkdeskStore {
	/** Benchmarks turn this off: the log keeps every write's values alive. */
	keepWrites = true;
	private readonly lists = new Map<string, RecordList>();
	private readonly applied: Write[] = [];
	private removals: Removal[] = [];
	private ids = 0;
	private touches = 0;

	// ── for tests ────────────────────────────────────────────────────────────────────────────

	/** Every write applied through the API, in order. A 202 counts once the record is gone. */
	get writes(): Write[] {
		this.settle(Date.now());
		return this.applied;
	}

	get(listId: string, id: string): RecordData | undefined {
		return this.settled(listId).records.get(id)?.data;
	}

	all(listId: string): StoredRecord[] {
		return [...this.settled(listId).records.values()];
	}

	count(listId: string): number {
		return this.settled(listId).records.size;
	}

	/** Adds or changes a record without validation; returns its id. */
	put(listId: string, id: string | undefined, data: Partial<RecordData> = {}): string {
		const list = this.settled(listId);
		const record = id === undefined ? undefined : list.records.get(id);
		const now = Date.now();
		if (record !== undefined) {
			list.change(record, { ...record.data, ...data });
			record.updatedAt = now;
			record.touched = ++this.touches;
			return record.id;
		}
		return this.add(list, { ...PLAIN, ...data }, now, undefined, id).id;
	}

	/** Adds a list without validation; returns its id. */
	putList({ id, name, uniqueIdentifierType = 'PHONE_NUMBER', status = 'ACCEPTED' }: NewList) {
		const list = new RecordList(
			id ?? this.newId('list'),
			name,
			uniqueIdentifierType,
			status,
			Date.now(),
		);
		this.lists.set(list.id, list);
		return list.id;
	}

	// ── for the API ──────────────────────────────────────────────────────────────────────────

	list(id: string): RecordList | undefined {
		return this.lists.get(id);
	}

	allLists(): RecordList[] {
		return [...this.lists.values()];
	}

	/** Shaped like a uuid, counted up, so that a repeated run gives the same ids. */
	newId(kind: 'list' | 'record' | 'upload' | 'team' | 'campaign'): string {
		return `${PREFIXES[kind]}${(++this.ids).toString(16).padStart(12, '0')}`;
	}

	create(list: RecordList, data: RecordData, now: number, upload: string, from: Origin) {
		const record = this.add(list, data, now, upload);
		list.updatedAt = now;
		this.log({ listId: list.id, id: record.id, operation: 'create', record: data, ...from });
		return record;
	}

	update(list: RecordList, record: StoredRecord, data: RecordData, now: number, from: Origin) {
		list.change(record, data);
		record.updatedAt = now;
		record.touched = ++this.touches;
		this.log({ listId: list.id, id: record.id, operation: 'update', record: data, ...from });
	}

	remove(list: RecordList, record: StoredRecord, from: Origin): void {
		list.remove(record);
		const { callIndex, position } = from;
		this.log({
			listId: list.id,
			id: record.id,
			operation: 'delete',
			record: undefined,
			callIndex,
			position,
		});
	}

	/** The record stays until `at`; nothing happens if it is on its way out already. */
	removeLater(list: RecordList, record: StoredRecord, at: number, from: Origin): void {
		if (record.removeAt !== undefined) return;
		record.removeAt = at;
		this.removals.push({ at, list, record, ...from });
	}

	addUpload(list: RecordList): UploadRequest {
		const upload: UploadRequest = {
			id: this.newId('upload'),
			status: 'INCOMPLETE',
			fileArrived: false,
		};
		list.uploads.set(upload.id, upload);
		return upload;
	}

	/** Carries out the removals that are due; no timer does it. */
	settle(now: number): void {
		if (this.removals.length === 0) return;
		const due = this.removals.filter(({ at }) => at <= now);
		if (due.length === 0) return;
		this.removals = this.removals.filter(({ at }) => at > now);
		for (const removal of due) {
			const { list, record } = removal;
			if (list.records.get(record.id) === record) this.remove(list, record, removal);
		}
	}

	private add(
		list: RecordList,
		data: RecordData,
		now: number,
		uploadRequestId: string | undefined,
		id = this.newId('record'),
	): StoredRecord {
		const record: StoredRecord = {
			id,
			listId: list.id,
			data,
			createdAt: now,
			updatedAt: now,
			touched: ++this.touches,
			uploadRequestId,
		};
		list.add(record);
		return record;
	}

	private log(write: Write): void {
		if (this.keepWrites) this.applied.push(write);
	}

	private settled(listId: string): RecordList {
		this.settle(Date.now());
		const list = this.lists.get(listId);
		if (list === undefined) throw new Error(`There is no record list ${listId}`);
		return list;
	}
}

const PREFIXES = {
	list: 'a1150000-0000-4000-8000-',
	record: '5ec0d000-0000-4000-8000-',
	upload: '0b10ad00-0000-4000-8000-',
	team: '7ea30000-0000-4000-8000-',
	campaign: 'ca3e0000-0000-4000-8000-',
} as const;
