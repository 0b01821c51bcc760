import type { Sandbox } from '../../sandbox';
import type { N8nApi } from '../n8n/api';
import type { Stage } from '../stage';
import type { Browser } from './browser';

/** What the checks in the editor share. */
export interface Scene {
	readonly stage: Stage;
	readonly api: N8nApi;
	readonly browser: Browser;
	/** n8n's address. */
	readonly url: string;
	readonly sandbox: Sandbox;
}
