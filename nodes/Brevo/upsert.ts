import type { BulkOperation } from '../bulk/operation';
import { batchOperation } from './batchOperation';
import type { BrevoGroup } from './group';
import { readBackBy } from './readBack';
import { acceptanceReader } from './readSuccess';
import { upsertRecordMaker, type UpsertRecordParameters } from './upsertRecord';

export interface UpsertParameters extends UpsertRecordParameters {
	readonly waitForCompletion: boolean;
	/** Reads back what was written, this many records per page. */
	readonly verify?: { readonly pageSize: number };
}

/**
 * `POST /objects/{object_type}/batch/upsert`
 *
 * Source: https://developers.brevo.com/reference/custom-objects/upsertrecords
 */
export function upsertOperation(parameters: UpsertParameters): BulkOperation<BrevoGroup> {
	const { identifyBy, waitForCompletion, verify } = parameters;
	// What was only accepted cannot be there yet; without an identifier nothing can be found again.
	const readsBack = verify !== undefined && waitForCompletion && identifyBy !== 'none';
	return {
		...batchOperation({
			operation: 'upsert',
			route: 'batch/upsert',
			// There is no idempotency key: a record without an identifier would be created twice.
			repeatable: ({ identified }) => identified,
			envelope: { head: '{"records":[', tail: ']}' },
			toRecord: upsertRecordMaker(parameters),
			readSuccess: acceptanceReader(waitForCompletion),
		}),
		...(readsBack && { readBack: readBackBy(identifyBy, verify.pageSize) }),
	};
}
