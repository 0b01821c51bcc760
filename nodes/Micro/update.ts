import type { BulkOperation } from '../bulk/operation';
import type { MicroGroup } from './group';
import { EXHAUSTED_AFTER_WAITS, readLimit } from './readLimit';
import { readLost } from './readLost';
import { readReason } from './readReason';
import { readRefusal } from './readRefusal';
import { readSuccess } from './readSuccess';
import { updateRecordMaker, type UpdateRecordParameters } from './updateRecord';
import { VENDOR } from './vendor';

export interface UpdateParameters extends UpdateRecordParameters {
	/** UUID, from the credential. */
	readonly teamId: string;
	/** Whether any item of the run adds to a set. */
	readonly appends: boolean;
}

/**
 * `POST /v2/prism/{teamId}/{objectType}/batch/update`
 *
 * Source: https://docs.micro.so/api/go/resources/prism/subresources/objects/subresources/contacts/methods/bulk_update
 */
export function updateOperation(parameters: UpdateParameters): BulkOperation<MicroGroup> {
	const { teamId, appends } = parameters;
	return {
		vendor: VENDOR,
		operation: 'update',
		// Micro documents 100 items and no byte limit; ours keeps a body of long texts within reason.
		limits: { records: 100, bytes: 5 * 1024 * 1024 },
		// Setting the same values again changes nothing; adding to a set may add twice, for Micro does
		// not replay the first answer where that was a 5xx. For the whole run, as groups of their own
		// would cost requests and let two items of one record overtake each other.
		repeatable: !appends,
		idempotencyHeader: 'Idempotency-Key',
		// Source: https://docs.micro.so/guides/rate-limits
		pace: { requests: 10, windowMs: 1000 },
		exhaustedAfterWaits: EXHAUSTED_AFTER_WAITS,
		// Many in flight would only spend the month's requests faster when something is wrong.
		parallel: 4,
		envelope: { head: '{"items":[', tail: ']}' },
		requestIdHeaders: ['x-request-id'],
		toRecord: updateRecordMaker(parameters),
		request: ({ objectType }) => ({
			method: 'POST',
			path: `/v2/prism/${encodeURIComponent(teamId)}/${encodeURIComponent(objectType)}/batch/update`,
		}),
		readSuccess,
		readRefusal,
		readLimit,
		readReason,
		readLost,
	};
}
