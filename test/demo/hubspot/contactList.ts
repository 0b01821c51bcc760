import type { INodeParameters } from 'n8n-workflow';

import type { Repair } from '../evidence';
import type { TextTable } from '../table';

/** Rows to write, with the account made ready for them. */
export interface ContactList {
	readonly table: TextTable;
	readonly file?: string;
	readonly idField: string;
	/** Ids in the list that merges made stale. */
	readonly merged: ReadonlySet<string>;
	/** Rows that something is wrong with, where that is known. */
	readonly spoilt?: ReadonlySet<number>;
	/** Spoilt rows that can be put right without a guess: what a careful person would write. */
	readonly repairs?: ReadonlyMap<number, Repair>;
	readonly overrides: Record<string, INodeParameters>;
	readonly notes: readonly string[];
}
