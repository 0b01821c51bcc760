import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type WorkflowJson } from '../../engine';
import type { MakePeer } from './peer';
import { patchContact } from './perItem';

const LOOP = 'Loop Over Items';
const REQUEST = 'HTTP Request';
const PACKAGE = join(__dirname, '..', 'stockNodes');
const NODES = join(__dirname, '..', '..', 'e2e', 'node_modules', 'n8n-nodes-base');

/** Whether n8n's own nodes are installed: `npm run e2e` does it, for it needs all of n8n. */
export const hasStockNodes = (): boolean => existsSync(NODES);

/** What people build today: n8n's own Loop Over Items around its HTTP Request, an item at a time. */
export const loopOverItems: MakePeer = async (items) => {
	const engine = await createEngine({ packages: [PACKAGE] });
	return {
		async write({ baseUrl, accessToken }) {
			const result = await engine.run(workflow(baseUrl, accessToken), {
				input: items as never,
				watchLeaks: false,
			});
			return { records: result.output(LOOP)[0]?.length ?? 0 };
		},
	};
};

function workflow(baseUrl: string, accessToken: string): WorkflowJson {
	const request = patchContact(baseUrl, accessToken);
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{ name: LOOP, type: 'n8n-nodes-stock.splitInBatches', typeVersion: 3, parameters: {} },
			{ ...request, name: REQUEST, type: 'n8n-nodes-stock.httpRequest' },
		],
		connections: {
			Start: { main: [[{ node: LOOP, type: 'main', index: 0 }]] },
			[LOOP]: { main: [[], [{ node: REQUEST, type: 'main', index: 0 }]] },
			[REQUEST]: { main: [[{ node: LOOP, type: 'main', index: 0 }]] },
		},
	};
}
