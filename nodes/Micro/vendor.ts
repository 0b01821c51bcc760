import type { CredentialUse } from '../bulk/transport';
import { readReason } from './readReason';

/** As people write it, in sentences and in `error.vendor`. */
export const VENDOR = 'Micro';

/** Source: https://docs.micro.so/guides/authentication */
export const MICRO_CREDENTIAL: CredentialUse = { type: 'microBulkApi', renews: false };

/** Source: https://docs.micro.so/guides/errors */
export const WORDS = { vendor: VENDOR, readReason, requestIdHeaders: ['x-request-id'] } as const;
