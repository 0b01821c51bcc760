import { Lookup } from './lookup';
import type { RecordData, StoredRecord } from './record';

export type UniqueIdentifierType = 'PHONE_NUMBER' | 'EXTERNAL' | 'NOTHING';

export const IDENTIFIER_TYPES: readonly UniqueIdentifierType[] = [
	'PHONE_NUMBER',
	'EXTERNAL',
	'NOTHING',
];

export type ListStatus =
	'REJECTED' | 'VALIDATION_STARTED' | 'UPLOADED' | 'ACCEPTED' | 'INCOMPLETE' | 'CORRUPTED';

export const LIST_STATUSES: readonly ListStatus[] = [
	'REJECTED',
	'VALIDATION_STARTED',
	'UPLOADED',
	'ACCEPTED',
	'INCOMPLETE',
	'CORRUPTED',
];

/** A CSV file that is to come into a list. */
export interface UploadRequest {
	readonly id: string;
	status: ListStatus;
	fileArrived: boolean;
}

export function externalKey(provider: string, id: string): string {
	return JSON.stringify([provider, id]);
}

/** One record list and its records, found by id, phone number and external reference. */
export class RecordList {
	readonly records = new Map<string, StoredRecord>();
	readonly phones = new Lookup();
	readonly references = new Lookup();
	readonly uploads = new Map<string, UploadRequest>();
	readonly teamIds = new Set<string>();
	readonly campaignIds = new Set<string>();
	/** Set when the file was declared uploaded; validation ends some time later. */
	validationFrom: number | undefined;
	fileArrived = false;
	updatedAt: number;

	constructor(
		readonly id: string,
		readonly name: string,
		readonly uniqueIdentifierType: UniqueIdentifierType,
		readonly givenStatus: ListStatus,
		readonly createdAt: number,
	) {
		this.updatedAt = createdAt;
	}

	status(now: number, validationMs: number): ListStatus {
		if (this.validationFrom === undefined) return this.givenStatus;
		return now < this.validationFrom + validationMs ? 'VALIDATION_STARTED' : 'ACCEPTED';
	}

	add(record: StoredRecord): void {
		this.records.set(record.id, record);
		this.index(record.data, (lookup, value) => lookup.add(value, record.id));
	}

	change(record: StoredRecord, data: RecordData): void {
		const before = record.data;
		record.data = data;
		if (before.phone_numbers === data.phone_numbers) return;
		this.index(before, (lookup, value) => lookup.remove(value, record.id));
		this.index(data, (lookup, value) => lookup.add(value, record.id));
	}

	remove(record: StoredRecord): void {
		this.records.delete(record.id);
		this.index(record.data, (lookup, value) => lookup.remove(value, record.id));
	}

	private index(data: RecordData, use: (lookup: Lookup, value: string) => void): void {
		for (const { phone_number } of data.phone_numbers) use(this.phones, phone_number);
		if (data.external_provider !== undefined && data.external_id !== undefined) {
			use(this.references, externalKey(data.external_provider, data.external_id));
		}
	}
}
