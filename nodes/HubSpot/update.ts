import type { BulkOperation } from '../bulk/operation';
import { batchPath, type ApiVersion } from './apiVersion';
import type { HubSpotGroup } from './group';
import { readPace } from './rateLimit';
import { readLimit } from './readLimit';
import { readReason } from './readReason';
import { readRefusal } from './readRefusal';
import { readSuccess } from './readSuccess';
import { updateRecordMaker, type UpdateRecordParameters } from './updateRecord';

export interface UpdateParameters extends UpdateRecordParameters {
	readonly version: ApiVersion;
}

/**
 * `POST /crm/v3/objects/{objectType}/batch/update`
 *
 * Source: https://developers.hubspot.com/docs/api-reference/latest/crm/objects/objects/batch/update-objects
 */
export function updateOperation(parameters: UpdateParameters): BulkOperation<HubSpotGroup> {
	return {
		vendor: 'HubSpot',
		operation: 'update',
		// HubSpot documents 100 inputs and no byte limit; ours keeps a body of long texts within reason.
		limits: { records: 100, bytes: 10 * 1024 * 1024 },
		// Setting the same values again changes nothing.
		repeatable: true,
		// The smallest tier (Free, Starter), until the headers tell the account's own.
		pace: { requests: 100, windowMs: 10_000 },
		parallel: 20,
		statuses: { 477: 'limited', 525: 'fatal', 526: 'fatal' },
		envelope: { head: '{"inputs":[', tail: ']}' },
		requestIdHeaders: ['x-hubspot-correlation-id'],
		toRecord: updateRecordMaker(parameters),
		request: ({ objectType }) => ({
			method: 'POST',
			path: batchPath(parameters.version, objectType, 'update'),
		}),
		readSuccess,
		readRefusal,
		readLimit,
		readReason,
		readPace,
	};
}
