import assert from 'node:assert/strict';

import { DEFAULT_TOKEN } from '../../sandbox';
import { N8nApi } from '../n8n/api';
import { CONCURRENCY, startCluster, type Cluster } from '../queue/cluster';
import { createSecret } from '../queue/fanOut';
import { measure, told, type Plan, type Scene } from '../queue/measure';
import { loseWorker } from '../queue/loseWorker';
import { shareOf, sharesAtOnce } from '../queue/share';
import { startSource, type Source } from '../source';
import type { Stage } from '../stage';

const ROWS = 100_000;

/** n8n's queue mode: PostgreSQL, Redis, a main process, two workers, one of which dies. */
export async function queue(stage: Stage): Promise<void> {
	const { report } = stage;
	let cluster: Cluster | undefined;
	let source: Source | undefined;
	try {
		const started = await report.step('PostgreSQL, Redis and a main process start', () =>
			startCluster(stage),
		);
		cluster = started;
		source = await startSource();
		const scene = await enter(stage, started, source);
		const run = async (what: string, plan: Omit<Plan, 'rows' | 'mark'>): Promise<void> => {
			const measured = await report.step(what, () =>
				measure(scene, { ...plan, rows: ROWS, mark: what }),
			);
			const { rows, written, failed } = measured.account;
			assert.deepEqual([written, failed], [rows, 0], what);
			report.figure(`${what}: ${told(measured)}`);
		};
		const share = (workers: number): object => ({
			requestsPerSecond: shareOf(sharesAtOnce(workers, CONCURRENCY)),
		});
		const freely = { limited: false, options: {} };
		await report.step('a worker joins', () => started.addWorker().then(() => ''));
		await run('100,000 rows, one worker', { options: share(1) });
		await run('100,000 rows, one worker, no limit', freely);
		await report.step('a second worker joins', () => started.addWorker().then(() => ''));
		// As the example has it.
		await run('100,000 rows, two workers', {});
		await run('100,000 rows, two workers, no limit', freely);
		await loseWorker(scene, started);
	} finally {
		await cluster?.close();
		await source?.close();
	}
}

async function enter(stage: Stage, { main }: Cluster, source: Source): Promise<Scene> {
	const api = new N8nApi(main.url);
	await api.enter();
	const { hubspot } = await stage.sandbox();
	const data = { accessToken: DEFAULT_TOKEN, baseUrl: hubspot.url };
	const { id } = await api.createCredential('Sandbox', 'hubSpotBulkApi', data);
	const credentialIds = { hubSpotBulkApi: id, httpHeaderAuth: await createSecret(api) };
	return { stage, api, source, credentialIds };
}
