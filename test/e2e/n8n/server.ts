import { join } from 'node:path';

import { N8N } from '../paths';
import { startChild, type Child } from '../setup/children';
import { freePort } from '../setup/freePort';
import { nodeBinary } from '../setup/nodeBinary';
import { until } from '../setup/until';
import { environmentFor } from './environment';

/** A start takes a minute on two free cores. */
const START_MS = 600_000;

export interface N8nServer extends Child {
	readonly url: string;
	/** From start to ready. */
	readonly startedInMs: number;
}

export interface ServerOptions {
	/** N8N_USER_FOLDER */
	readonly home: string;
	readonly logs: string;
	readonly env?: NodeJS.ProcessEnv;
	/** For the log's name, where there are several. */
	readonly name?: string;
}

/** Starts n8n's main process and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<N8nServer> {
	const { home, logs, env = {}, name = 'n8n' } = options;
	const before = Date.now();
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const child = startChild(name, nodeBinary(), [N8N, 'start'], join(logs, `${name}.log`), {
		env: environmentFor(home, {
			N8N_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			WEBHOOK_URL: `${url}/`,
			...env,
		}),
	});
	const answers = (): Promise<boolean> =>
		fetch(`${url}/healthz/readiness`).then(
			({ ok }) => ok,
			() => false,
		);
	const waited = { timeoutMs: START_MS, everyMs: 500 };
	await Promise.race([until(`${name} to start`, answers, waited), child.failed]);
	return { ...child, url, startedInMs: Date.now() - before };
}
