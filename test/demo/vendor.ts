import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import type { Claims } from './claims';
import type { OwnFile } from './ownFile';
import type { Table } from './table';

/** Where the rows come from: the user's own file, or as many made-up ones as asked for. */
export type Source = { readonly file: OwnFile } | { readonly invent: number };

export interface Prepared {
	/** The rows of the CSV file as the judge knows them, in order. */
	readonly table: Table;
	/** The file with these rows; if it is not there yet, it will be written. */
	readonly file: string | undefined;
	readonly credentials: Record<string, ICredentialDataDecryptedObject>;
	/** Parameters to change besides the file path and the alert's address. */
	readonly overrides: Record<string, INodeParameters>;
	/** What the reader should know about this run. */
	readonly notes: readonly string[];
	/** Records the simulated vendor has written so far. */
	written(): number;
	/** Compares what the node claims with what the vendor has; one sentence per disagreement. */
	check(claims: Claims): string[];
}

/** All the demo knows of a vendor. */
export interface DemoVendor {
	readonly name: string;
	/** File in examples/, without its ending. */
	readonly workflow: string;
	/** Names of the workflow's nodes. */
	readonly nodes: {
		readonly read: string;
		readonly rows: string;
		readonly bulk: string;
		readonly alert: string;
	};
	prepare(sandbox: Sandbox, source: Source): Promise<Prepared>;
}
