import type { CredentialUse } from '../bulk/transport';
import { readReason } from './readReason';

/** As people write it. */
export const VENDOR = 'Brevo';

/** An API key does not expire, so there is nothing to renew. */
export const BREVO_CREDENTIAL: CredentialUse = { type: 'brevoBulkApi', renews: false };

/** Source: https://developers.brevo.com/docs/how-it-works */
export const WORDS = { vendor: VENDOR, readReason, requestIdHeaders: ['sib-request-id'] } as const;
