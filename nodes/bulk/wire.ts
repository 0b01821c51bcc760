import type { IHttpRequestMethods } from 'n8n-workflow';

export interface VendorRequest {
	readonly method: IHttpRequestMethods;
	/** Appended to the credential's base URL; every variable part is already encoded. */
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface WireRequest extends VendorRequest {
	/** Sent byte for byte; absent in a GET. */
	readonly body?: Buffer;
}

/** How sending one request ended; never an exception. */
export type WireAnswer =
	| {
			readonly kind: 'answered';
			readonly status: number;
			readonly headers: Readonly<Record<string, string>>;
			readonly text: string;
	  }
	/** No connection was made, so nothing was sent. */
	| { readonly kind: 'unreachable'; readonly code: string; readonly message: string }
	/** The connection broke or timed out: the request may have been carried out. */
	| { readonly kind: 'broken'; readonly code: string; readonly message: string }
	/** Something at our end forbids sending at all: credential, address. Nothing was sent. */
	| { readonly kind: 'unsendable'; readonly code: string; readonly message: string }
	/** The user cancelled while the request was under way. */
	| { readonly kind: 'cancelled' };

export type Wire = (request: WireRequest) => Promise<WireAnswer>;
