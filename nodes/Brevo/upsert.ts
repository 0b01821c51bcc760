import type { BulkOperation } from '../bulk/operation';
import type { BrevoGroup } from './group';
import { readPace } from './rateLimit';
import { readBackBy } from './readBack';
import { readLimit } from './readLimit';
import { readReason } from './readReason';
import { readRefusal } from './readRefusal';
import { acceptanceReader } from './readSuccess';
import { upsertRecordMaker, type UpsertRecordParameters } from './upsertRecord';
import { VENDOR } from './vendor';

export interface UpsertParameters extends UpsertRecordParameters {
	readonly waitForCompletion: boolean;
	/** Reads back what was written, this many records per page. */
	readonly verify?: { readonly pageSize: number };
}

/**
 * `POST /objects/{object_type}/batch/upsert`: 202 and a process that does the work later.
 *
 * Source: https://developers.brevo.com/reference/custom-objects/upsertrecords
 */
export function upsertOperation(parameters: UpsertParameters): BulkOperation<BrevoGroup> {
	const { identifyBy, waitForCompletion, verify } = parameters;
	// What was only accepted cannot be there yet; without an identifier nothing can be found again.
	const readsBack = verify !== undefined && waitForCompletion && identifyBy !== 'none';
	return {
		vendor: VENDOR,
		operation: 'upsert',
		// "1 MB": where Brevo should mean 1,000,000, it refuses the batch and the helper halves it.
		limits: { records: 1000, bytes: 1_048_576 },
		// There is no idempotency key: a record without an identifier would be created twice.
		repeatable: ({ identified }) => identified,
		// No `pace`: Brevo counts the requests of a clock hour, not of the last sixty minutes, and a
		// short run may use them up at once. Its headers tell when there are none left.
		parallel: 3,
		envelope: { head: '{"records":[', tail: ']}' },
		requestIdHeaders: ['sib-request-id'],
		toRecord: upsertRecordMaker(parameters),
		request: ({ objectType }) => ({
			method: 'POST',
			path: `/objects/${encodeURIComponent(objectType)}/batch/upsert`,
		}),
		readSuccess: acceptanceReader(waitForCompletion),
		readRefusal,
		readLimit,
		readReason,
		readPace,
		...(readsBack && { readBack: readBackBy(identifyBy, verify.pageSize) }),
	};
}
