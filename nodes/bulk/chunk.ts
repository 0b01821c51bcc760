import {
	type BulkRecord,
	type Drafts,
	isRejection,
	type RecordDraft,
	type Rejection,
} from './record';
import { ownReason, type Reason } from './outcome';
import { createPack, type Pack, type PackLimits } from './pack';

export type DuplicatePolicy = 'keepOrder' | 'keepLast' | 'reject' | 'share';

export interface ChunkSettings<G> extends PackLimits {
	/** Number of input items. */
	readonly count: number;
	readonly duplicates: DuplicatePolicy;
	/** Pure: called again for an item that had to wait for an earlier one with the same key. */
	toRecord(item: number): Drafts<G> | Rejection;
	onRejected(item: number, reason: Reason): void;
	/** With `share`: the item has the key of an earlier one and its outcome; it is not handed out. */
	onShared?(item: number, earlier: number): void;
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
	/** The item's further records will not be handed out. Call before {@link release}. */
	abandon(record: BulkRecord<G>): void;
}

/** Items looked at in one call: a few milliseconds of work, so that a cancel is noticed. */
const ITEMS_PER_CALL = 5000;

/** A record that waits for its key: nothing but where to find it again. */
interface Place {
	readonly item: number;
	readonly part: number;
}

interface GroupState<G> {
	readonly group: G;
	readonly open: Pack<G>;
	/** Keys that nobody else may use now, and where their record is. */
	readonly busy: Map<string, 'open' | 'sent' | 'ready'>;
	/** What waits for a key, in the order in which it is to leave. */
	readonly waiting: Map<string, Place[]>;
	/** Keys ever seen and the first item with each; only kept when duplicates are not sent. */
	readonly seen: Map<string, number>;
}

/**
 * Cuts items into batches that are as full as the limits allow, in input order, lazily: at most one
 * batch per group and the places of waiting duplicates are held at a time.
 *
 * Two records with the same key are never under way together (law 5): the later one waits until the
 * earlier one is released, then joins the next batch.
 */
export function createChunker<G extends object>(settings: ChunkSettings<G>): Chunker<G> {
	const { count, maxBytes, duplicates } = settings;
	const groups = new Map<G, GroupState<G>>();
	/** What may leave because its key was released, in the order of release. */
	let ready: Place[] = [];
	let readyHead = 0;
	let cursor = 0;
	const last = duplicates === 'keepLast' ? lastOfEachKey(settings) : undefined;

	function stateOf(group: G): GroupState<G> {
		const known = groups.get(group);
		if (known) return known;
		const state: GroupState<G> = {
			group,
			open: createPack(settings),
			busy: new Map(),
			waiting: new Map(),
			seen: new Map(),
		};
		groups.set(group, state);
		return state;
	}

	function handOut(state: GroupState<G>, records: ReadonlyArray<BulkRecord<G>>): Chunk<G> {
		for (const { key } of records) state.busy.set(key, 'sent');
		return { kind: 'batch', group: state.group, records };
	}

	/** Adds a record to its group's open batch; returns a batch when that made one full. */
	function add(state: GroupState<G>, record: BulkRecord<G>): Chunk<G> | undefined {
		state.busy.set(record.key, 'open');
		const full = state.open.add(record);
		return full && handOut(state, full);
	}

	/** An item that is looked at for the first time. */
	function take(item: number): Chunk<G> | undefined {
		const drafts = settings.toRecord(item);
		if (isRejection(drafts)) {
			settings.onRejected(item, drafts.rejected);
			return undefined;
		}
		const records = measured(drafts, item);
		const problem = problemOf(records);
		if (problem) {
			settings.onRejected(item, problem);
			return undefined;
		}
		const { group, key } = records[0];
		const state = stateOf(group);
		if (duplicates === 'share') {
			const earlier = state.seen.get(key);
			if (earlier !== undefined) {
				settings.onShared?.(item, earlier);
				return undefined;
			}
			state.seen.set(key, item);
		}
		const queue = state.waiting.get(key);
		if (state.busy.has(key)) {
			if (queue) queue.push({ item, part: 0 });
			else state.waiting.set(key, [{ item, part: 0 }]);
			return undefined;
		}
		return place(state, records, 0);
	}

	/** Puts a record into the open batch, and the item's further records first in line for its key. */
	function place(state: GroupState<G>, records: Measured<G>, part: number) {
		const record = records[part] ?? records[0];
		if (part === 0 && records.length > 1) {
			const rest = records.slice(1).map((later) => ({ item: later.item, part: later.part }));
			state.waiting.set(record.key, [...rest, ...(state.waiting.get(record.key) ?? [])]);
		}
		return add(state, record);
	}

	/** An item that had to wait for its key. */
	function takeAgain({ item, part }: Place): Chunk<G> | undefined {
		const drafts = settings.toRecord(item);
		if (isRejection(drafts)) return undefined;
		const records = measured(drafts, item);
		return place(stateOf(records[0].group), records, part);
	}

	function problemOf(records: Measured<G>): Reason | undefined {
		const oversize = records.find(({ bytes }) => bytes > maxBytes);
		if (oversize) return tooLarge(oversize.bytes, maxBytes);
		const [{ group, key, item }] = records;
		if (duplicates === 'reject') {
			const { seen } = stateOf(group);
			if (seen.has(key)) return repeated(key);
			seen.set(key, item);
		}
		const lastItem = last?.get(group)?.get(key) ?? item;
		return lastItem === item ? undefined : superseded(key, lastItem);
	}

	/** Whether something of this group waits for a record that is under way, and could still join. */
	function mayGrow(state: GroupState<G>): boolean {
		for (const key of state.waiting.keys()) if (state.busy.get(key) === 'sent') return true;
		return false;
	}

	return {
		next() {
			for (let looked = 0; looked < ITEMS_PER_CALL; looked++) {
				const released = ready[readyHead];
				if (released === undefined && cursor >= count) {
					const open = [...groups.values()].filter((state) => state.open.size > 0);
					const final = open.find((state) => !mayGrow(state));
					if (final) return handOut(final, final.open.close());
					const waiting = open.length > 0 || [...groups.values()].some((s) => s.waiting.size > 0);
					return { kind: waiting ? 'wait' : 'end' };
				}
				if (released !== undefined) readyHead += 1;
				if (readyHead === ready.length) [ready, readyHead] = [[], 0];
				const full = released === undefined ? take(cursor++) : takeAgain(released);
				if (full) return full;
			}
			return { kind: 'more' };
		},
		release({ group, key }) {
			const state = stateOf(group);
			const queue = state.waiting.get(key);
			const next = queue?.shift();
			if (queue?.length === 0) state.waiting.delete(key);
			if (next === undefined) {
				state.busy.delete(key);
				return;
			}
			state.busy.set(key, 'ready');
			ready.push(next);
		},
		abandon({ group, key, item }) {
			const { waiting } = stateOf(group);
			const others = (waiting.get(key) ?? []).filter((where) => where.item !== item);
			if (others.length > 0) waiting.set(key, others);
			else waiting.delete(key);
		},
	};
}

type Measured<G> = readonly [BulkRecord<G>, ...Array<BulkRecord<G>>];

/** The item's records, each measured once. */
function measured<G>(drafts: Drafts<G>, item: number): Measured<G> {
	if ('json' in drafts) return [toRecord(drafts, item, 0, 1)];
	const [first, ...rest] = drafts;
	const parts = drafts.length;
	return [
		toRecord(first, item, 0, parts),
		...rest.map((draft, index) => toRecord(draft, item, index + 1, parts)),
	];
}

/** Written out: spreading a draft costs several microseconds, more than all the rest for a record. */
function toRecord<G>(
	{ group, key, json, entries = 1 }: RecordDraft<G>,
	item: number,
	part: number,
	parts: number,
): BulkRecord<G> {
	return { group, key, json, entries, item, bytes: Buffer.byteLength(json), part, parts };
}

function lastOfEachKey<G extends object>(settings: ChunkSettings<G>) {
	const last = new Map<G, Map<string, number>>();
	for (let item = 0; item < settings.count; item++) {
		const drafts = settings.toRecord(item);
		if (isRejection(drafts)) continue;
		const records = measured(drafts, item);
		// An item that cannot be sent takes nobody's place.
		if (records.some(({ bytes }) => bytes > settings.maxBytes)) continue;
		const [{ group, key }] = records;
		const keys = last.get(group) ?? new Map<string, number>();
		last.set(group, keys.set(key, item));
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
