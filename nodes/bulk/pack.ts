import type { BulkRecord } from './record';

/** What one request can hold. */
export interface PackLimits {
	/** Entries of the vendor's list. */
	readonly maxRecords: number;
	/** Room for the records of a body, separators included. */
	readonly maxBytes: number;
}

/** Fills one batch after the other, each as full as the limits allow. */
export interface Pack<G> {
	readonly size: number;
	/** Adds a record; returns the records of a batch when that made one full. */
	add(record: BulkRecord<G>): Array<BulkRecord<G>> | undefined;
	/** Takes out what is there, full or not. */
	close(): Array<BulkRecord<G>>;
}

export function createPack<G>({ maxRecords, maxBytes }: PackLimits): Pack<G> {
	let records: Array<BulkRecord<G>> = [];
	let bytes = 0;
	let entries = 0;

	function close(): Array<BulkRecord<G>> {
		const closed = records;
		records = [];
		bytes = 0;
		entries = 0;
		return closed;
	}

	return {
		get size() {
			return records.length;
		},
		add(record) {
			const { entries: its = 1 } = record;
			const separator = records.length > 0 ? 1 : 0;
			const fits = bytes + separator + record.bytes <= maxBytes && entries + its <= maxRecords;
			const full = records.length > 0 && !fits ? close() : undefined;
			bytes += record.bytes + (full ? 0 : separator);
			entries += its;
			records.push(record);
			return full ?? (entries >= maxRecords ? close() : undefined);
		},
		close,
	};
}
