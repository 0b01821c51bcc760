import type { Call } from '../sandbox';
import type { Row, Table } from './table';
import type { Claim } from './claims';

/** A write in a vendor's log, with the item it came from. */
export interface TracedWrite {
	/** By what the write itself bears; NaN where it bears nothing. */
	readonly item: number;
	/** The record that was written. */
	readonly key: string;
	/** Place of its request in the call log. */
	readonly callIndex: number;
}

/** By item. */
export type Writes = ReadonlyMap<number, readonly TracedWrite[]>;

/** What a careful person would write instead, where that takes no guess. */
export type Repair = readonly [field: string, value: unknown];

/** What is bound to become of an item, by how it was made. */
export type Fate =
	| { readonly kind: 'fine' }
	/** Something is wrong with it: nothing of it may be written. */
	| { readonly kind: 'spoilt' }
	/** Something is wrong with it that can be put right: it is written with the right value or not at all. */
	| { readonly kind: 'repairable'; readonly repair: Repair }
	/** The vendor neither writes nor mentions it. */
	| { readonly kind: 'unmentioned'; readonly why: string }
	/** The vendor writes it without these fields and says nothing. */
	| { readonly kind: 'curtailed'; readonly fields: readonly string[] }
	/** The vendor says that it wrote one half and refused the other. */
	| { readonly kind: 'halved'; readonly fields: readonly string[] }
	/** The user's own row. */
	| { readonly kind: 'unknown' };

/** What the judge knows besides the claims. Nothing of it comes from the node's code. */
export interface Evidence {
	readonly vendor: string;
	readonly table: Table;
	readonly calls: readonly Call[];
	/** In the order in which they were applied. */
	writes(): readonly TracedWrite[];
	/** Writes that nobody asked for, one sentence each. */
	strayWrites(): string[];
	/** The record an item is for; undefined where its ID is none. */
	keyOf(item: number): string | undefined;
	/** Whether a success speaks of that record. */
	speaksOf(claim: Claim, key: string): boolean;
	fateOf(item: number): Fate;
	/** How many requests carry an item; one if absent. */
	readonly requestsFor?: (item: number) => number;
	/** The record as it is stored now. */
	stored(key: string): Row | undefined;
	/** What an item sends: values by the name under which they are stored. */
	sentBy(item: number): ReadonlyArray<readonly [name: string, value: unknown]>;
	/** Whether a stored record holds a value in the form the vendor gives it. */
	holds(record: Row, name: string, sent: unknown): boolean;
}

/** The row as a careful person would have written it. */
export function asMeant(row: Row, fate: Fate): Row {
	if (fate.kind !== 'repairable') return row;
	const [field, value] = fate.repair;
	return { ...row, [field]: value };
}
