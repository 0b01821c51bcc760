import { ownReason, type Reason } from './outcome';
import { isRejection, type BulkRecord, type RecordDraft, type Rejection } from './operation';

export type DuplicatePolicy = 'keepOrder' | 'keepLast' | 'reject';

export interface ChunkSettings<G> {
	/** Number of input items. */
	readonly count: number;
	readonly maxRecords: number;
	/** Room for the records of a body, separators included. */
	readonly maxBytes: number;
	readonly duplicates: DuplicatePolicy;
	/** Pure: called again for an item that had to wait for an earlier one with the same key. */
	toRecord(item: number): RecordDraft<G> | Rejection;
	onRejected(item: number, reason: Reason): void;
}

/**
 * - a batch;
 * - `more`: many items were looked at without filling a batch, ask again after letting others run;
 * - `wait`: the next batch depends on records that are still under way;
 * - `end`: every item has been handed out or rejected.
 */
export type Chunk<G> =
	| { readonly kind: 'batch'; readonly group: G; readonly records: ReadonlyArray<BulkRecord<G>> }
	| { readonly kind: 'more' | 'wait' | 'end' };

export interface Chunker<G> {
	next(): Chunk<G>;
	/** The fate of this record is known: the next one with its key may leave. */
	release(record: BulkRecord<G>): void;
}

/** Items looked at in one call: a few milliseconds of work, so that a cancel is noticed. */
const ITEMS_PER_CALL = 5000;

interface GroupState<G> {
	readonly group: G;
	open: Array<BulkRecord<G>>;
	openBytes: number;
	/** Keys that nobody else may use now, and where their record is. */
	readonly busy: Map<string, 'open' | 'sent' | 'ready'>;
	/** Items that wait for their key, in input order. */
	readonly waiting: Map<string, number[]>;
	/** Keys ever seen; only kept when duplicates are rejected. */
	readonly seen: Set<string>;
}

/**
 * Cuts items into batches that are as full as the limits allow, in input order, lazily: at most one
 * batch per group and the indexes of waiting duplicates are held at a time.
 *
 * Two records with the same key are never under way together (law 5): the later one waits until the
 * earlier one is released, then joins the next batch.
 */
export function createChunker<G extends object>(settings: ChunkSettings<G>): Chunker<G> {
	const { count, maxRecords, maxBytes, duplicates } = settings;
	const groups = new Map<G, GroupState<G>>();
	/** Items whose key was released, in the order of release. */
	let ready: number[] = [];
	let readyHead = 0;
	let cursor = 0;
	const last = duplicates === 'keepLast' ? lastOfEachKey(settings) : undefined;

	function stateOf(group: G): GroupState<G> {
		const known = groups.get(group);
		if (known) return known;
		const state: GroupState<G> = {
			group,
			open: [],
			openBytes: 0,
			busy: new Map(),
			waiting: new Map(),
			seen: new Set(),
		};
		groups.set(group, state);
		return state;
	}

	function close(state: GroupState<G>): Chunk<G> {
		const records = state.open;
		for (const { key } of records) state.busy.set(key, 'sent');
		state.open = [];
		state.openBytes = 0;
		return { kind: 'batch', group: state.group, records };
	}

	/** Adds a record to its group's open batch; returns a batch when that made one full. */
	function add(state: GroupState<G>, draft: RecordDraft<G>, item: number): Chunk<G> | undefined {
		const bytes = Buffer.byteLength(draft.json);
		const withSeparator = state.openBytes + (state.open.length > 0 ? 1 : 0) + bytes;
		const full = state.open.length > 0 && withSeparator > maxBytes ? close(state) : undefined;
		state.busy.set(draft.key, 'open');
		state.openBytes = full ? bytes : withSeparator;
		state.open.push({ ...draft, item, bytes });
		return full ?? (state.open.length >= maxRecords ? close(state) : undefined);
	}

	function take(item: number, wasWaiting: boolean): Chunk<G> | undefined {
		const draft = settings.toRecord(item);
		if (isRejection(draft)) {
			settings.onRejected(item, draft.rejected);
			return undefined;
		}
		const bytes = Buffer.byteLength(draft.json);
		if (bytes > maxBytes) {
			settings.onRejected(item, tooLarge(bytes, maxBytes));
			return undefined;
		}
		const state = stateOf(draft.group);
		if (wasWaiting) return add(state, draft, item);
		if (duplicates === 'reject') {
			if (state.seen.has(draft.key)) {
				settings.onRejected(item, repeated(draft.key));
				return undefined;
			}
			state.seen.add(draft.key);
		}
		const lastItem = last?.get(draft.group)?.get(draft.key);
		if (lastItem !== undefined && lastItem !== item) {
			settings.onRejected(item, superseded(draft.key, lastItem));
			return undefined;
		}
		if (state.busy.has(draft.key)) {
			const queue = state.waiting.get(draft.key);
			if (queue) queue.push(item);
			else state.waiting.set(draft.key, [item]);
			return undefined;
		}
		return add(state, draft, item);
	}

	/** Whether an item of this group waits for a record that is under way, and could still join. */
	function mayGrow(state: GroupState<G>): boolean {
		for (const key of state.waiting.keys()) if (state.busy.get(key) === 'sent') return true;
		return false;
	}

	return {
		next() {
			for (let looked = 0; looked < ITEMS_PER_CALL; looked++) {
				const released = ready[readyHead];
				if (released === undefined && cursor >= count) {
					const open = [...groups.values()].filter((state) => state.open.length > 0);
					const final = open.find((state) => !mayGrow(state));
					if (final) return close(final);
					const waiting = open.length > 0 || [...groups.values()].some((s) => s.waiting.size > 0);
					return { kind: waiting ? 'wait' : 'end' };
				}
				if (released !== undefined) readyHead += 1;
				if (readyHead === ready.length) [ready, readyHead] = [[], 0];
				const full = released === undefined ? take(cursor++, false) : take(released, true);
				if (full) return full;
			}
			return { kind: 'more' };
		},
		release({ group, key }) {
			const state = stateOf(group);
			const queue = state.waiting.get(key);
			const item = queue?.shift();
			if (queue?.length === 0) state.waiting.delete(key);
			if (item === undefined) {
				state.busy.delete(key);
				return;
			}
			state.busy.set(key, 'ready');
			ready.push(item);
		},
	};
}

function lastOfEachKey<G extends object>(settings: ChunkSettings<G>) {
	const last = new Map<G, Map<string, number>>();
	for (let item = 0; item < settings.count; item++) {
		const draft = settings.toRecord(item);
		if (isRejection(draft)) continue;
		const keys = last.get(draft.group) ?? new Map<string, number>();
		last.set(draft.group, keys.set(draft.key, item));
	}
	return last;
}

function tooLarge(bytes: number, maxBytes: number): Reason {
	return ownReason(
		'RECORD_TOO_LARGE',
		`the record takes ${bytes} bytes and a request holds at most ${maxBytes}`,
	);
}

function repeated(key: string): Reason {
	return ownReason('DUPLICATE_ID', `an earlier item has the same ID ${quote(key)}`);
}

function superseded(key: string, lastItem: number): Reason {
	return ownReason('DUPLICATE_ID', `item ${lastItem} has the same ID ${quote(key)} and is kept`);
}

const quote = (key: string) => JSON.stringify(key.length > 80 ? `${key.slice(0, 79)}…` : key);
