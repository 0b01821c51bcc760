import type { Engine } from './types';

/**
 * n8n creates some services, with timers of their own, when the first node runs. Running one now
 * keeps those timers out of the simulated time of a test.
 */
export async function warmUp(engine: Pick<Engine, 'run'>): Promise<void> {
	const types = ['manualTrigger', 'noOp'];
	const nodes = types.map((type) => ({
		name: type,
		type: `n8n-nodes-base.${type}`,
		typeVersion: 1,
		parameters: {},
	}));
	const { status, error } = await engine.run({
		nodes,
		connections: { manualTrigger: { main: [[{ node: 'noOp', type: 'main', index: 0 }]] } },
	});
	if (status !== 'success') throw new Error(`The engine does not run: ${error?.message}`);
}
