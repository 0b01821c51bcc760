import type { CredentialUse } from '../bulk/transport';

/** As people write it. */
export const VENDOR = 'Brevo';

/** An API key does not expire, so there is nothing to renew. */
export const BREVO_CREDENTIAL: CredentialUse = { type: 'brevoBulkApi', renews: false };
