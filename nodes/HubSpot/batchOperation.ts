import type { BulkOperation } from '../bulk/operation';
import { batchPath, type ApiVersion } from './apiVersion';
import type { HubSpotGroup } from './group';
import { readPace } from './rateLimit';
import { readRefusal } from './readRefusal';
import { SPEECH } from './speech';

/** What all of HubSpot's batch calls have in common. */
export const BATCH_OPERATION = {
	...SPEECH,
	// HubSpot documents 100 inputs and no byte limit; ours keeps a body of long texts within reason.
	limits: { records: 100, bytes: 10 * 1024 * 1024 },
	// The smallest tier (Free, Starter), until the headers tell the account's own.
	pace: { requests: 100, windowMs: 10_000 },
	parallel: 20,
	envelope: { head: '{"inputs":[', tail: ']}' },
	readRefusal,
	readPace,
} as const satisfies Partial<BulkOperation<HubSpotGroup>>;

/** The request of a batch call: one path per object type. */
export function batchRequest(version: ApiVersion, call: string) {
	return ({ objectType }: HubSpotGroup) => ({
		method: 'POST' as const,
		path: batchPath(version, objectType, call),
	});
}
