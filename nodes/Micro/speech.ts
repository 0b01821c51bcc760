import type { Speech } from '../bulk/operation';
import { readLimit } from './readLimit';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** Source: https://docs.micro.so/guides/errors */
export const SPEECH = {
	vendor: VENDOR,
	requestIdHeaders: ['x-request-id'],
	readReason,
	readLimit,
} as const satisfies Speech;
