import assert from 'node:assert/strict';

import type { CallLog } from '../../sandbox';
import { until } from '../setup/until';
import type { Cluster, Worker } from './cluster';
import { measure, told, type Measured, type Plan, type Scene } from './measure';

const ROWS = 50_000;
const KILL_AFTER_REQUESTS = 150;

/** A worker dies in mid-run: one that only works on shares, then the one that holds the fan-out. */
export async function loseWorker(scene: Scene, cluster: Cluster): Promise<void> {
	const { report } = scene.stage;
	const run = async (what: string, meanwhile: Required<Plan>['meanwhile']): Promise<Measured> => {
		const measured = await report.step(`50,000 rows, ${what}`, async () => {
			const outcome = await measure(scene, { rows: ROWS, mark: what, meanwhile });
			const { written, failed } = outcome.account;
			assert.deepEqual([written, failed], [ROWS, 0], 'Something was lost');
			return outcome;
		});
		report.figure(`50,000 rows, ${what}: ${told(measured)}`);
		return measured;
	};
	const kill = async (calls: CallLog, isVictim: (worker: Worker) => boolean): Promise<void> => {
		await until('requests to leave', () => calls.length >= KILL_AFTER_REQUESTS);
		const victim = cluster.workers.find(isVictim);
		assert.ok(victim, 'Nobody to kill');
		await cluster.killWorker(victim);
	};

	const { account } = await run('a worker killed that holds shares', async ({ calls }, id) => {
		await kill(calls, (worker) => !worker.tookUp(id));
		return id;
	});
	await report.step('its shares were noticed and sent again', () => {
		assert.ok(account.sentAgain > 0, 'No share was lost: the worker died idle');
		return `${account.sentAgain} shares`;
	});

	await report.step('another worker joins', () => cluster.addWorker().then(() => ''));
	await run(
		'the worker killed that holds the fan-out, then run again',
		async (sandbox, id, all) => {
			await kill(sandbox.calls, (worker) => worker.tookUp(id));
			const { status } = await scene.api.ended(id);
			assert.ok(['crashed', 'error'].includes(status), `It counts as ${status}`);
			return await all.start();
		},
	);
}
