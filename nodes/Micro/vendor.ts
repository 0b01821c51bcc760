import type { CredentialUse } from '../bulk/transport';

/** As people write it, in sentences and in `error.vendor`. */
export const VENDOR = 'Micro';

/** Source: https://docs.micro.so/guides/authentication */
export const MICRO_CREDENTIAL: CredentialUse = { type: 'microBulkApi', renews: false };
