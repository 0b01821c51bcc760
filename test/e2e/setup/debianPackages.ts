import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { SetupProblem } from '../problem';
import { mustRun } from './run';

const POSTGRES_HOME = '/usr/lib/postgresql';

export type Program = 'chromium' | 'postgres' | 'redis-server';

const PACKAGE_OF: Readonly<Record<Program, string>> = {
	chromium: 'chromium',
	postgres: 'postgresql',
	'redis-server': 'redis-server',
};

/** Where a program is, or undefined. PostgreSQL's own are not on Debian's path. */
export function findProgram(name: string): string | undefined {
	const versions = existsSync(POSTGRES_HOME) ? readdirSync(POSTGRES_HOME).sort().reverse() : [];
	const folders = [
		...(process.env['PATH'] ?? '').split(':'),
		'/usr/sbin',
		...versions.map((version) => join(POSTGRES_HOME, version, 'bin')),
	];
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

export function programPath(name: string): string {
	const path = findProgram(name);
	if (path === undefined) throw new SetupProblem(`There is no ${name} on this machine.`);
	return path;
}

/** Installs what is missing where that is possible: Debian, as root. */
export async function installDebianPackages(
	programs: readonly Program[],
	say: (line: string) => void,
): Promise<void> {
	const missing = programs.filter((name) => findProgram(name) === undefined);
	if (missing.length === 0) return;
	const packages = missing.map((name) => PACKAGE_OF[name]);
	const canInstall = process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
	if (!canInstall) {
		throw new SetupProblem(
			`Missing: ${missing.join(', ')}. Install Debian's ${packages.join(', ')} (apt-get install ${packages.join(' ')}) or your system's own, or start this as root, and try again.`,
		);
	}
	say(`Installing Debian's ${packages.join(', ')} …`);
	// RUNLEVEL keeps the packages from starting services of their own.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	await mustRun('apt-get', ['update'], { env });
	await mustRun('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
}
