import type { Speech } from '../bulk/operation';
import { readLimit } from './readLimit';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** The ID of a request is in the body of its error. */
export const SPEECH = {
	vendor: VENDOR,
	requestIdHeaders: [],
	readReason,
	readLimit,
} as const satisfies Speech;
