import type { IDataObject } from 'n8n-workflow';
import type { Chunk, Chunker } from './chunk';
import type { Comparer, Held } from './compare';
import type { BulkRecord } from './record';
import type { Comparison } from './stored';
import { createPack, type Pack, type PackLimits } from './pack';

/** Where batches come from. */
export interface Source<G> extends Omit<Chunker<G>, 'next'> {
	/** @param idle nothing is under way: waiting would be for ever */
	next(idle: boolean): Chunk<G> | Look;
}

/** Something has to be read before the next batch can be told; it takes a request's turn. */
export interface Look {
	readonly kind: 'look';
	look(): Promise<void>;
}

export interface Sieve<G> extends Source<G> {
	/** Batches that would be sent without comparing. */
	readonly unsifted: number;
}

export interface SieveSettings<G extends object> extends PackLimits {
	readonly comparison: Comparison<G>;
	readonly comparer: Comparer<G>;
	onUnchanged(item: number, stored: IDataObject): void;
}

/**
 * Stands between the chunker and the sending: what the vendor holds already is let go, what differs
 * is packed anew into full batches. Keys stay taken until their record is settled, as without it.
 */
export function createSieve<G extends object>(
	chunker: Chunker<G>,
	settings: SieveSettings<G>,
): Sieve<G> {
	const { comparison, comparer } = settings;
	const packs = new Map<G, Pack<G>>();
	const ready: Array<Extract<Chunk<G>, { kind: 'batch' }>> = [];
	/** Keys this run has sent: what is read of them may be older than that, so they are not compared. */
	const sent = new Map<G, Set<string>>();
	let looking = 0;
	let unsifted = 0;

	function pass(record: BulkRecord<G>): void {
		const { group } = record;
		const pack = packs.get(group) ?? createPack<G>(settings);
		packs.set(group, pack);
		const records = pack.add(record);
		if (records) ready.push({ kind: 'batch', group, records });
		const keys = sent.get(group) ?? new Set<string>();
		sent.set(group, keys.add(record.key));
	}

	function sift(record: BulkRecord<G>, held: Held): void {
		// A record of several parts is written in steps, none of which can be left out.
		const comparable = held !== undefined && record.parts === 1;
		const outdated = sent.get(record.group)?.has(record.key) ?? false;
		const found = comparable && !outdated ? differenceOf(record, held.stored) : undefined;
		if (found === undefined) pass(record);
		else if ('unchanged' in found) {
			settings.onUnchanged(record.item, found.unchanged);
			chunker.release(record);
		} else pass({ ...record, json: found.json, bytes: Buffer.byteLength(found.json) });
	}

	/** A bug in a vendor's comparison costs the advantage, not the item. */
	function differenceOf(record: BulkRecord<G>, stored: unknown) {
		try {
			return comparison.difference(record, stored);
		} catch {
			return undefined;
		}
	}

	async function sifted(group: G, records: ReadonlyArray<BulkRecord<G>>): Promise<void> {
		const held = await comparer.look(group, records);
		looking -= 1;
		records.forEach((record, position) => {
			sift(record, held[position]);
		});
	}

	function flushed(): Chunk<G> | undefined {
		for (const [group, pack] of packs) {
			if (pack.size > 0) return { kind: 'batch', group, records: pack.close() };
		}
		return undefined;
	}

	return {
		get unsifted() {
			return unsifted;
		},
		next(idle) {
			const full = ready.shift();
			if (full) return full;
			const chunk = chunker.next();
			if (chunk.kind === 'more') return chunk;
			if (chunk.kind === 'batch') {
				unsifted += 1;
				const { group, records } = chunk;
				if (!comparer.canLook(group)) return chunk;
				looking += 1;
				return {
					kind: 'look',
					async look() {
						await sifted(group, records);
					},
				};
			}
			// Whoever waits may wait for a record that lies in a pack here.
			const mayFlush = looking === 0 && (chunk.kind === 'end' || idle);
			if (mayFlush) return flushed() ?? chunk;
			return { kind: 'wait' };
		},
		release: (record) => {
			chunker.release(record);
		},
		abandon: (record) => {
			chunker.abandon(record);
		},
	};
}
