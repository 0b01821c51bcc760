import type { StoredRecord } from './shelf';

/** Links two records once, however often it is asked. */
export function link(one: StoredRecord, other: StoredRecord): void {
	(one.links ??= new Set()).add(other);
	(other.links ??= new Set()).add(one);
}

/** Says whether there was a link to take away. */
export function unlink(one: StoredRecord, other: StoredRecord): boolean {
	other.links?.delete(one);
	return one.links?.delete(other) ?? false;
}

export function unlinkAll(record: StoredRecord): void {
	for (const other of record.links ?? []) other.links?.delete(record);
	record.links = undefined;
}
