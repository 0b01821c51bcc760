import type { Speech } from '../bulk/operation';
import { readLimit } from './readLimit';
import { readReason } from './readReason';

/** Source: https://developers.hubspot.com/docs/api-reference/error-handling */
export const SPEECH = {
	vendor: 'HubSpot',
	statuses: { 477: 'limited', 525: 'fatal', 526: 'fatal' },
	requestIdHeaders: ['x-hubspot-correlation-id'],
	readReason,
	readLimit,
} as const satisfies Speech;
