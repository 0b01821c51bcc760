import type { BulkOperation } from '../bulk/operation';
import type { MicroGroup } from './group';
import { typePath } from './path';
import { EXHAUSTED_AFTER_WAITS } from './readLimit';
import { readLost } from './readLost';
import { readRefusal } from './readRefusal';
import { SPEECH } from './speech';

/** What differs between Micro's bulk operations. */
type Own = Pick<
	BulkOperation<MicroGroup>,
	'operation' | 'repeatable' | 'envelope' | 'toRecord' | 'readSuccess'
> & {
	/** UUID, from the credential. */
	readonly teamId: string;
	/** Below the object type: `batch/update`. */
	readonly route: string;
	readonly mostRecords: number;
};

/** What all of Micro's bulk operations have alike. */
export function batchOperation(own: Own): BulkOperation<MicroGroup> {
	const { teamId, route, mostRecords, ...declared } = own;
	return {
		...SPEECH,
		...declared,
		// Micro documents no byte limit; ours keeps a body of long texts within reason.
		limits: { records: mostRecords, bytes: 5 * 1024 * 1024 },
		idempotencyHeader: 'Idempotency-Key',
		// Source: https://docs.micro.so/guides/rate-limits
		pace: { requests: 10, windowMs: 1000 },
		exhaustedAfterWaits: EXHAUSTED_AFTER_WAITS,
		// As many as use up ten a second when an answer takes as long as a second.
		parallel: 12,
		request: ({ objectType }) => ({
			method: 'POST',
			path: `${typePath(teamId, objectType)}/${route}`,
		}),
		readRefusal,
		readLost,
	};
}
