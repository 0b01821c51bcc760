/** What the two processes say to each other: one runs the node, the other is the vendor. */
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

export type FromVendor =
	| { readonly kind: 'items'; readonly items: readonly IDataObject[] }
	| {
			readonly kind: 'ready';
			readonly credentials: Record<string, ICredentialDataDecryptedObject>;
	  }
	| ({ readonly kind: 'verdict' } & Verdict);

/** How each item left, by position: a code of {@link SAID}. */
export interface ToVendor {
	readonly kind: 'judge';
	readonly said: Uint8Array;
}

export const SAID = { nothing: 0, success: 1, rejected: 2, unconfirmed: 3, notSent: 4 } as const;

export interface Verdict {
	readonly falseSuccess: number;
	readonly falseFailure: number;
	readonly requests: number;
	/** Requests that met a fault. */
	readonly faulted: number;
}
