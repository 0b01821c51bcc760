import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { withCredentials } from '../examples/adapt';
import type { N8nApi } from '../n8n/api';
import type { Workflow } from '../n8n/types';
import { E2E } from '../paths';

export const SYNC_TRIGGER = 'Every 5 Seconds';
export const SYNC_BULK = 'HubSpot Bulk';

/** The scheduled sync with its addresses: rows from `rowsUrl`, failures to `alertUrl`. */
export async function createSync(
	api: N8nApi,
	name: string,
	places: { rowsUrl: string; alertUrl: string; credentialId: string },
): Promise<Workflow> {
	const path = join(E2E, 'workflows', 'scheduled-sync.json');
	const workflow = JSON.parse(readFileSync(path, 'utf8')) as Workflow;
	const urls: Record<string, string> = { 'Get Rows': places.rowsUrl, Alert: places.alertUrl };
	const nodes = workflow.nodes
		.map((node) => withCredentials(node, { hubSpotBulkApi: places.credentialId }))
		.map((node) => {
			const url = urls[node.name];
			return url === undefined ? node : { ...node, parameters: { ...node.parameters, url } };
		});
	return await api.createWorkflow({ ...workflow, name, nodes });
}
