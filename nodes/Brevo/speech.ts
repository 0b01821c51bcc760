import type { Speech } from '../bulk/operation';
import { readLimit } from './readLimit';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** Source: https://developers.brevo.com/docs/how-it-works */
export const SPEECH = {
	vendor: VENDOR,
	requestIdHeaders: ['sib-request-id'],
	readReason,
	readLimit,
} as const satisfies Speech;
