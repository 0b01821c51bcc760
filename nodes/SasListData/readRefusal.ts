import { reasonFrom } from '../bulk/interpret';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Reason } from '../bulk/outcome';
import { readSasError } from './errorBody';
import type { SasList } from './list';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/**
 * Reads an answer that refused a whole request: nothing of it was written. What SAS calls a record is
 * not documented, so nobody is named and the batch is halved. A conflict is the list's, not a record's.
 * Source: https://developer.sas.com/rest-apis/listData/updateListContents
 */
export function readRefusal(answer: Answer, records: ReadonlyArray<BulkRecord<SasList>>): Reading {
	const reason = reasonOf(answer);
	if (answer.status !== 409) {
		return { kind: 'refused', refusal: { reason, complaints: [reason], culprits: [] } };
	}
	const list = records[0]?.group;
	const message = list ? `${reason.message} ${conflictOf(list)}` : reason.message;
	return { kind: 'fatal', reason: { ...reason, message, retryable: true } };
}

function reasonOf(answer: Answer): Reason {
	const { correlator } = readSasError(answer.body);
	const reason = reasonFrom(VENDOR, answer, readReason(answer));
	return { ...reason, ...(correlator !== undefined && { requestId: correlator }) };
}

/** What SAS's rules allow as a cause; the answer's own code is not documented. */
function conflictOf({ isImmutable, state }: SasList): string {
	if (isImmutable) {
		return 'The list is immutable: once it has contents they cannot be changed, only the whole list can be deleted (HTTP 409).';
	}
	return `The list (state: ${state}) cannot be changed now: its deployed revision must be its newest one, and no import or purge job may be running (HTTP 409).`;
}
