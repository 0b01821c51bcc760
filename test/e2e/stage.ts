import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../sandbox';
import { N8nApi } from './n8n/api';
import { installCommunityPackage } from './n8n/installCommunityPackage';
import { startServer, type N8nServer } from './n8n/server';
import type { Report } from './report';
import { freePort } from './setup/freePort';
import { packTarball, type Tarball } from './setup/packageTarball';

/** What the parts of a run share. */
export interface Stage {
	readonly report: Report;
	readonly scratch: string;
	readonly logs: string;
	readonly tarball: Tarball;
	/** N8N_USER_FOLDER of the n8n on SQLite, with the package installed. */
	readonly home: string;
	/** The only folder whose files workflows may read. */
	readonly files: string;
	/** A fresh sandbox, always on the same address; ends the one before. */
	sandbox(): Promise<Sandbox>;
	/** The n8n on SQLite, started if it is not running, with its owner logged in. */
	n8n(): Promise<{ readonly server: N8nServer; readonly api: N8nApi }>;
	/** Ends that n8n; SIGKILL is how machines die. */
	endN8n(signal?: NodeJS.Signals): Promise<void>;
	/** Ends everything. */
	close(): Promise<void>;
}

export async function createStage(scratch: string, report: Report): Promise<Stage> {
	const folder = (name: string): string => {
		const path = join(scratch, name);
		mkdirSync(path, { recursive: true });
		return path;
	};
	const logs = folder('logs');
	const home = folder('home');
	const files = folder('files');
	const tarball = await packTarball(scratch);
	await installCommunityPackage(home, tarball.path);
	const sandboxPort = await freePort();
	let sandbox: Sandbox | undefined;
	let running: { readonly server: N8nServer; readonly api: N8nApi } | undefined;
	const endN8n = async (signal?: NodeJS.Signals): Promise<void> => {
		const { server } = running ?? {};
		running = undefined;
		await server?.stop(signal);
	};
	return {
		report,
		scratch,
		logs,
		tarball,
		home,
		files,
		async sandbox() {
			await sandbox?.close();
			sandbox = await startSandbox({ port: sandboxPort });
			return sandbox;
		},
		async n8n() {
			if (running !== undefined) return running;
			const server = await startServer({
				home,
				logs,
				env: { N8N_RESTRICT_FILE_ACCESS_TO: files },
			});
			const api = new N8nApi(server.url);
			running = { server, api };
			await api.enter();
			return running;
		},
		endN8n,
		async close() {
			await endN8n();
			await sandbox?.close();
			sandbox = undefined;
		},
	};
}
