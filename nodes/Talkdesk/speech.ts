import type { Speech } from '../bulk/operation';
import { readLimit } from './readLimit';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** Talkdesk documents no header that names a request. */
export const SPEECH = {
	vendor: VENDOR,
	requestIdHeaders: [],
	readReason,
	readLimit,
} as const satisfies Speech;
