/** n8n's own credential types that a community package may extend. */
import type { ICredentialType } from 'n8n-workflow';

import { OAuth2Api } from './oAuth2Api';

export function baseCredentials(): ICredentialType[] {
	return [new OAuth2Api()];
}
