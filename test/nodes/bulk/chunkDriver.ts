import { createChunker, type ChunkSettings, type DuplicatePolicy } from '../../../nodes/bulk/chunk';
import type { BulkRecord } from '../../../nodes/bulk/record';
import { ownReason, type Reason } from '../../../nodes/bulk/outcome';

export interface Item {
	readonly key: string;
	readonly group: number;
	readonly json: string;
	readonly invalid?: boolean;
}

export interface Group {
	readonly index: number;
}

export interface Limits {
	readonly maxRecords: number;
	readonly maxBytes: number;
	readonly duplicates?: DuplicatePolicy;
}

export interface HandedOut {
	readonly group: Group;
	readonly records: ReadonlyArray<BulkRecord<Group>>;
	/** Records of earlier batches that were not released yet when this one left. */
	readonly underWay: ReadonlyArray<BulkRecord<Group>>;
	/** Items handed out or rejected before this batch. */
	readonly settledBefore: ReadonlySet<number>;
}

export interface Drive {
	readonly batches: readonly HandedOut[];
	readonly rejected: ReadonlyMap<number, Reason>;
	/** Items that share the outcome of an earlier one. */
	readonly shared: ReadonlyMap<number, number>;
	/** Each time an item was handed out or rejected, in order. */
	readonly seen: readonly number[];
	/** Items as they were handed out and released. */
	readonly events: ReadonlyArray<readonly ['out' | 'released', number]>;
	readonly answers: ReadonlyArray<'batch' | 'more' | 'wait' | 'end'>;
}

const GROUPS: readonly Group[] = [{ index: 0 }, { index: 1 }, { index: 2 }];
export const INVALID = ownReason('INVALID', 'the item is not valid');

/**
 * Runs a chunker to its end.
 *
 * @param decide a number in [0, 1) per decision: which record is released next, and when
 * @throws when it waits although nothing is under way, or does not come to an end
 */
export function drive(items: readonly Item[], limits: Limits, decide: () => number): Drive {
	const seen: number[] = [];
	const rejected = new Map<number, Reason>();
	const shared = new Map<number, number>();
	const batches: HandedOut[] = [];
	const events: Array<readonly ['out' | 'released', number]> = [];
	const answers: Array<'batch' | 'more' | 'wait' | 'end'> = [];
	const underWay: Array<BulkRecord<Group>> = [];
	const settings: ChunkSettings<Group> = {
		count: items.length,
		duplicates: 'keepOrder',
		...limits,
		toRecord(index) {
			const { key, group, json, invalid } = items[index] ?? { key: '', group: 0, json: '' };
			return invalid ? { rejected: INVALID } : { key, group: GROUPS[group] ?? { index: -1 }, json };
		},
		onRejected(item, reason) {
			seen.push(item);
			rejected.set(item, reason);
		},
		onShared(item, earlier) {
			seen.push(item);
			shared.set(item, earlier);
		},
	};
	const chunker = createChunker(settings);
	const release = () => {
		const [record] = underWay.splice(Math.floor(decide() * underWay.length), 1);
		if (!record) throw new Error('waits although nothing is under way');
		events.push(['released', record.item]);
		chunker.release(record);
	};
	for (let turns = 0; turns < 10 * items.length + 10; turns++) {
		while (underWay.length > 0 && decide() < 0.3) release();
		const chunk = chunker.next();
		const settledBefore = new Set(seen);
		answers.push(chunk.kind);
		if (chunk.kind === 'end') {
			while (underWay.length > 0) release();
			if (chunker.next().kind !== 'end') throw new Error('goes on after its end');
			return { batches, rejected, shared, seen, events, answers };
		}
		if (chunk.kind === 'wait') release();
		if (chunk.kind !== 'batch') continue;
		const { group, records } = chunk;
		batches.push({ group, records, underWay: [...underWay], settledBefore });
		for (const record of records) {
			seen.push(record.item);
			events.push(['out', record.item]);
			underWay.push(record);
		}
	}
	throw new Error('does not come to an end');
}

/** Bytes of the records as they stand in a body, separators included. */
export const bodyBytes = (records: ReadonlyArray<BulkRecord<Group>>) =>
	Buffer.from(records.map(({ json }) => json).join(',')).length;
