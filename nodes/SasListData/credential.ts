import type { CredentialUse } from '../bulk/transport';

/** n8n fetches its access token before the first request and again after a 401. */
export const SAS_CREDENTIAL: CredentialUse = { type: 'sasViyaBulkOAuth2Api', renews: true };
