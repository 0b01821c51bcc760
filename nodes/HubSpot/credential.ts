import type { CredentialUse } from '../bulk/transport';

/** The credential that goes with the node's Authentication parameter. */
export function credentialFor(authentication: unknown): CredentialUse {
	return authentication === 'oAuth2'
		? { type: 'hubSpotBulkOAuth2Api', renews: true }
		: { type: 'hubSpotBulkApi', renews: false };
}
