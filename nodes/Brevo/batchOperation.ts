import type { BulkOperation } from '../bulk/operation';
import type { BrevoGroup } from './group';
import { objectPath } from './objectType';
import { readPace } from './rateLimit';
import { readRefusal } from './readRefusal';
import { SPEECH } from './speech';

/** What differs between Brevo's bulk operations. */
type Own = Pick<
	BulkOperation<BrevoGroup>,
	'operation' | 'repeatable' | 'envelope' | 'toRecord' | 'readSuccess'
> & {
	/** Below the object type: `batch/upsert`. */
	readonly route: string;
};

/** What both of Brevo's bulk operations have alike: 202, and a process that does the work later. */
export function batchOperation({ route, ...declared }: Own): BulkOperation<BrevoGroup> {
	return {
		...SPEECH,
		...declared,
		// "1 MB": where Brevo should mean 1,000,000, it refuses the batch and the helper halves it.
		limits: { records: 1000, bytes: 1_048_576 },
		// No `pace`: Brevo counts the requests of a clock hour, not of the last sixty minutes, and a
		// short run may use them up at once. Its headers tell when there are none left.
		parallel: 3,
		request: ({ objectType }) => ({ method: 'POST', path: `${objectPath(objectType)}/${route}` }),
		readRefusal,
		readPace,
	};
}
