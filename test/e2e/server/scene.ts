import type { N8nApi } from '../n8n/api';
import type { Source } from '../source';
import type { Stage } from '../stage';

/** What the checks of a running server share. */
export interface Scene {
	readonly stage: Stage;
	readonly api: N8nApi;
	readonly source: Source;
	/** A HubSpot credential for the sandbox. */
	readonly credentialId: string;
}
