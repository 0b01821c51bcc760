import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { E2E } from '../paths';
import { mustRun } from './run';

const MODULES = join(E2E, 'node_modules');
/** Holds the lock file's hash. Its date would not do: every checkout changes that, and this is slow. */
const INSTALLED = join(MODULES, '.installed-lock-file');

/** Installs n8n, its Node and the browser's driver by the lock file, unless they are there. */
export async function installNpmPackages(say: (line: string) => void): Promise<void> {
	const locked = readFileSync(join(E2E, 'package-lock.json'));
	const hash = createHash('sha256').update(locked).digest('hex');
	if (!existsSync(INSTALLED) || readFileSync(INSTALLED, 'utf8') !== hash) {
		say('Installing n8n (2.3 GB, some minutes) …');
		await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: E2E });
		say('Building SQLite for it …');
		// Scripts are off at installation; only this one is needed.
		await mustRun('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: E2E });
		writeFileSync(INSTALLED, hash);
	}
}
