import type { CredentialUse } from '../bulk/transport';

/** A token lives ten minutes: n8n fetches a new one on a 401 and sends the request once more. */
export const TALKDESK_CREDENTIAL: CredentialUse = { type: 'talkdeskBulkOAuth2Api', renews: true };
