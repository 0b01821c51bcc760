import type { IDataObject } from 'n8n-workflow';

/** Why a record failed: one shape for every vendor and for our own checks. */
export interface Reason {
	/** The vendor's own code where there is one (`INVALID_EMAIL`), otherwise ours (`INVALID_ID`). */
	readonly code: string;
	/** One plain sentence without secrets; clipped by {@link plainText}. */
	readonly message: string;
	/** The vendor's field, or the input field for our own checks. */
	readonly field?: string;
	readonly reportedBy: 'vendor' | 'node';
	/** Whether sending the same item again later can help without changing it. */
	readonly retryable: boolean;
	readonly httpStatus?: number;
	readonly requestId?: string;
}

/**
 * - `written`: the vendor said so for this record;
 * - `accepted`: it took the record, and whether it carried that out was not or could not be seen;
 * - `unchanged`: it holds the record like this already, so nothing was sent.
 */
export interface Success {
	readonly state: 'written' | 'accepted' | 'unchanged';
	/** What leaves as the item's json. */
	readonly record: IDataObject;
}

/**
 * - `rejected`: refused by the vendor or by our own check; it was not written.
 * - `unconfirmed`: sent, and nobody knows whether it was written.
 * - `notSent`: not written, because the run ended before it could be.
 */
export interface Failure {
	readonly state: 'rejected' | 'unconfirmed' | 'notSent';
	readonly reason: Reason;
	/** Requests that carried this record. */
	readonly attempts: number;
	/** Number of the batch it first travelled in, counted from 1. */
	readonly batch?: number;
}

export type Outcome = Success | Failure;
export type State = Outcome['state'];

export function isFailure(outcome: Outcome): outcome is Failure {
	return 'reason' in outcome;
}

const MAX_TEXT = 500;

/** A reason of our own, about our own check or what happened on the way. */
export function ownReason(
	code: string,
	message: string,
	{ field, retryable = false }: { field?: string; retryable?: boolean } = {},
): Reason {
	return {
		code,
		message: plainText(message),
		...(field !== undefined && { field }),
		reportedBy: 'node',
		retryable,
	};
}

export const CANCELLED_REASON = ownReason('CANCELLED', 'the execution was cancelled', {
	retryable: true,
});

/** Vendor text made safe to show: one line, no control characters, at most 500 characters. */
export function plainText(text: string): string {
	// A hostile answer can be megabytes long: cut before any work is done on it.
	const line = text
		.slice(0, MAX_TEXT * 4)
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.trim();
	const short = line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT - 1)}…` : line;
	// Half a character (an emoji cut in two) is no text: databases refuse it.
	return short.toWellFormed();
}
