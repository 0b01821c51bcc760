import { chownSync } from 'node:fs';
import { join } from 'node:path';

import { startChild, type Child } from '../setup/children';
import { programPath } from '../setup/debianPackages';
import { freePort } from '../setup/freePort';
import { mustRun, run } from '../setup/run';
import { scratchFolder } from '../setup/scratch';
import { until } from '../setup/until';

const USER = 'postgres';

export interface Postgres extends Child {
	readonly port: number;
	readonly user: string;
}

/** PostgreSQL in a folder of its own; trusts everyone on this machine. It refuses to run as root. */
export async function startPostgres(logs: string): Promise<Postgres> {
	const folder = scratchFolder('postgres-');
	const port = await freePort();
	const who = process.getuid?.() === 0 ? await accountOf(USER) : undefined;
	if (who !== undefined) chownSync(folder, who.uid, who.gid);
	const options = { ...who, cwd: '/' };
	const init = ['-D', folder, '-U', USER, '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'];
	await mustRun(programPath('initdb'), init, options);
	const words = ['-D', folder, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
	const log = join(logs, 'postgres.log');
	const child = startChild('postgres', programPath('postgres'), words, log, options);
	const probe = ['-h', '127.0.0.1', '-p', `${port}`, '-U', USER];
	const ready = async (): Promise<boolean> =>
		(await run(programPath('pg_isready'), probe)).code === 0;
	await Promise.race([until('PostgreSQL to start', ready), child.failed]);
	return { ...child, port, user: USER };
}

async function accountOf(name: string): Promise<{ uid: number; gid: number }> {
	const [uid, gid] = await Promise.all(
		['-u', '-g'].map(async (flag) => Number((await mustRun('id', [flag, name])).stdout)),
	);
	return { uid: uid ?? 0, gid: gid ?? 0 };
}
