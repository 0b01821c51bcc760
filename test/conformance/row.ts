/** What the conformance suite has to know about a bulk operation to try all laws on it. */
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import type { NodeJson } from '../engine';
import type { Call, FaultPlan, Sandbox } from '../sandbox';

export interface Row {
	/** As users find it: `HubSpot Bulk → Record → Update`. */
	readonly name: string;
	/** The node's type and the parameters that choose and fill the operation. */
	readonly node: Pick<NodeJson, 'type' | 'typeVersion'> & { readonly parameters: INodeParameters };
	readonly credentials: (sandbox: Sandbox) => Record<string, ICredentialDataDecryptedObject>;
	/** Values of the credential that must never be seen anywhere. */
	readonly secrets: readonly string[];
	readonly faults: (sandbox: Sandbox) => FaultPlan;
	/** Takes rate limits and quotas out of the way of tests that are not about them. */
	readonly withoutLimits: (sandbox: Sandbox) => void;
	/** Entries in one request, as the vendor counts them. */
	readonly maxRecords: number;
	/** Entries that one item of {@link good} takes; 1 if not said. */
	readonly entriesPerItem?: number;
	/** Bytes of one request body at most; not checked if not said. */
	readonly maxBytes?: number;
	/** Input columns that identify the record; if not said, the parameter `idField` or none. */
	readonly idColumns?: readonly string[];
	/** Each batch carries an `Idempotency-Key`, the same on each repeat of it and on no other. */
	readonly idempotencyKey?: boolean;
	/** Whether a call of the log carries a batch of this operation. */
	readonly isBatch: (call: Call) => boolean;
	/** Items that can all be carried out, one key each; the sandbox is prepared for them. */
	readonly good: (sandbox: Sandbox, count: number) => IDataObject[];
	/** The same item so that the vendor refuses it, although the node's own checks let it pass. */
	readonly refused: (item: IDataObject) => IDataObject;
	/** The same item so that the node's own check refuses it. */
	readonly malformed: (item: IDataObject) => IDataObject;
	/** The same item with an id of the right shape that nobody has; undefined where there is no such. */
	readonly unknown?: (item: IDataObject) => IDataObject;
	/**
	 * The same item whose record takes about so many bytes more, in columns that {@link holds} does not
	 * need, and of which the vendor takes at least 100,000; undefined where records are small.
	 */
	readonly large?: (item: IDataObject, bytes: number) => IDataObject;
	/** An item with the same key and another value; undefined where keys cannot collide. */
	readonly again?: (item: IDataObject) => IDataObject;
	/** Whether the store holds what this item says: the judge. */
	readonly holds: (sandbox: Sandbox, item: IDataObject) => boolean;
	/** What a success is called in the summary; `written` if not said. */
	readonly done?: string;
	/** Whether a batch may be sent again after its answer was lost. */
	readonly repeatable: boolean;
	/**
	 * The second time the vendor refuses what it has carried out the first time (deleting what is gone):
	 * the records of a lost answer stay unconfirmed, although the batch is sent again.
	 */
	readonly refusedOnceDone?: boolean;
}
