import { join } from 'node:path';
import { createEngine, type WorkflowJson } from '../../engine';
import { ID_FIELD } from '../items';
import { BATCH, PARALLEL, type MakePeer } from './peer';

const NODE = 'Bare Wire';

const WORKFLOW: WorkflowJson = {
	nodes: [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: NODE,
			type: 'n8n-nodes-bench.bareWire',
			typeVersion: 1,
			parameters: { batch: BATCH, parallel: PARALLEL },
		},
	],
	connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
};

/** The limit for any node: the bare wire through n8n's engine and HTTP helper, its output kept. */
export const helperWire: MakePeer = async (items) => {
	const engine = await createEngine({ packages: [join(__dirname, '..', 'helperNode')] });
	const rows = items.map(({ [ID_FIELD]: id, ...properties }) => ({ id, properties }));
	return {
		async write(target) {
			const result = await engine.run(WORKFLOW, {
				input: rows as never,
				credentials: { benchApi: { ...target } },
				watchLeaks: false,
			});
			return { records: result.output(NODE)[0]?.length ?? 0, kept: result };
		},
	};
};
