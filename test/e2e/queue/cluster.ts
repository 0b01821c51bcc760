import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { environmentFor } from '../n8n/environment';
import { installCommunityPackage } from '../n8n/installCommunityPackage';
import { startServer, type N8nServer } from '../n8n/server';
import { N8N } from '../paths';
import { startChild, type Child } from '../setup/children';
import { freePort } from '../setup/freePort';
import { nodeBinary } from '../setup/nodeBinary';
import { until } from '../setup/until';
import type { Stage } from '../stage';
import { startPostgres } from './postgres';
import { startRedis } from './redis';

const START_MS = 600_000;

/** Executions a worker works on at once. */
export const CONCURRENCY = 5;

/**
 * How soon a dead worker is noticed. n8n's own settings are a lock of 60 s, renewed every 10 s, and a
 * look every 30 s.
 */
const NOTICE = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

export interface Worker extends Child {
	/** Whether it took up this execution, by its log. */
	tookUp(executionId: string): boolean;
}

export interface Cluster {
	readonly main: N8nServer;
	readonly workers: readonly Worker[];
	addWorker(): Promise<Worker>;
	/** The machine of a worker dies. */
	killWorker(worker: Worker): Promise<void>;
	close(): Promise<void>;
}

/** n8n's queue mode: a main process on PostgreSQL and Redis, workers with folders of their own. */
export async function startCluster({ scratch, logs, tarball }: Stage): Promise<Cluster> {
	const folder = join(scratch, 'queue');
	mkdirSync(folder, { recursive: true });
	const [redis, postgres] = await Promise.all([startRedis(folder, logs), startPostgres(logs)]);
	const env = {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_DATABASE: postgres.user,
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		...NOTICE,
	};
	const mainHome = join(folder, 'main');
	await installCommunityPackage(mainHome, tarball.path);
	const main = await startServer({ home: mainHome, logs, env, name: 'main' });
	let workers: readonly Worker[] = [];
	let started = 0;
	return {
		main,
		get workers() {
			return workers;
		},
		async addWorker() {
			const name = `worker${(started += 1)}`;
			const home = join(folder, name);
			cpSync(join(mainHome, '.n8n', 'nodes'), join(home, '.n8n', 'nodes'), { recursive: true });
			const worker = await startWorker(name, home, logs, env);
			workers = [...workers, worker];
			return worker;
		},
		async killWorker(worker) {
			workers = workers.filter((one) => one !== worker);
			await worker.stop('SIGKILL');
		},
		async close() {
			await Promise.all([...workers, main].map((child) => child.stop()));
			await Promise.all([redis.stop(), postgres.stop('SIGINT')]);
		},
	};
}

async function startWorker(
	name: string,
	home: string,
	logs: string,
	env: NodeJS.ProcessEnv,
): Promise<Worker> {
	const port = await freePort();
	const logFile = join(logs, `${name}.log`);
	const words = [N8N, 'worker', `--concurrency=${CONCURRENCY}`];
	const child = startChild(name, nodeBinary(), words, logFile, {
		env: environmentFor(home, {
			...env,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
		}),
	});
	const answers = (): Promise<boolean> =>
		fetch(`http://127.0.0.1:${port}/healthz/readiness`).then(
			({ ok }) => ok,
			() => false,
		);
	const waited = { timeoutMs: START_MS, everyMs: 500 };
	await Promise.race([until(`${name} to start`, answers, waited), child.failed]);
	return {
		...child,
		tookUp: (executionId) =>
			new RegExp(`started execution ${executionId} `, 'i').test(readFileSync(logFile, 'utf8')),
	};
}
