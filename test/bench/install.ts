import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Installs what only the benchmark needs, when it is missing or older than its lock file. */
export function installOnce(): void {
	const installed = join(__dirname, 'node_modules', '.package-lock.json');
	const locked = join(__dirname, 'package-lock.json');
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
	process.stderr.write('Installing what only the benchmark needs …\n');
	execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: __dirname,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
}
