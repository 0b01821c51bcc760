import assert from 'node:assert/strict';

import { until } from '../setup/until';
import type { Cluster } from './cluster';
import { measure, told, type Scene } from './measure';

const ROWS = 50_000;
const KILL_AFTER_REQUESTS = 150;

/** The worker that does not hold the fan-out dies; its shares are noticed and sent again. */
export async function loseWorker(scene: Scene, cluster: Cluster): Promise<void> {
	const { report } = scene.stage;
	const what = `${ROWS.toLocaleString('en-US')} rows, one of two workers killed in mid-run`;
	const measured = await report.step(what, () =>
		measure(scene, {
			rows: ROWS,
			mark: 'Survivor',
			async meanwhile({ calls }, executionId) {
				await until('requests to leave', () => calls.length >= KILL_AFTER_REQUESTS);
				const victim = cluster.workers.find((worker) => !worker.tookUp(executionId));
				assert.ok(victim, 'One worker does not hold the fan-out');
				await cluster.killWorker(victim);
			},
		}),
	);
	const { written, failed, sentAgain } = measured.account;
	await report.step('nothing is lost', () => {
		assert.deepEqual([written, failed], [ROWS, 0]);
		assert.ok(sentAgain > 0, 'No share was lost: the worker died idle');
		return `${sentAgain} shares sent again, all ${ROWS} records as the input says`;
	});
	report.figure(`${what}: ${told(measured)}`);
}
