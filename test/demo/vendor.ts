import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import type { Claims } from './claims';
import type { Source } from './source';
import type { Table } from './table';

export interface Prepared {
	/** The items as the judge knows them, in order. */
	readonly table: Table;
	/** A CSV file with these items, where there is one already. */
	readonly file?: string;
	readonly credentials: Record<string, ICredentialDataDecryptedObject>;
	/** Parameters to change besides the file path and the alert's address. */
	readonly overrides: Record<string, INodeParameters>;
	/** What the reader should know about this run. */
	readonly notes: readonly string[];
	/** Records the simulated vendor has written so far. */
	written(): number;
	/** Compares what the node claims with what the vendor has; one sentence per disagreement. */
	check(claims: Claims): string[];
	/** What else there is to say of the outcome. */
	readonly remark?: (claims: Claims) => string;
}

/** All the demo knows of a vendor. */
export interface DemoVendor {
	/** What --workflow takes. */
	readonly id: string;
	readonly name: string;
	/** File in examples/, without its ending. */
	readonly workflow: string;
	/** Names of the workflow's nodes. */
	readonly nodes: {
		/** Hands the items to the bulk node; the trigger itself where no file is read. */
		readonly items: string;
		readonly bulk: string;
		/** Reads a CSV file. Without it the items are what the trigger gives. */
		readonly file?: string;
		readonly alert?: string;
	};
	/** How many items to make up when nobody says. */
	readonly items: number;
	/** Makes the simulated account ready. */
	prepare(sandbox: Sandbox, source: Source): Promise<Prepared>;
}
