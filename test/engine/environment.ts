/**
 * What n8n-core needs to find before its first import. It reads its settings from the environment
 * and keeps a settings file in the user folder, so it gets a folder among the temporary ones:
 * nothing of a test run lands in the home folder. Import this file before anything of n8n-core, in
 * every file that imports n8n-core.
 */
import 'reflect-metadata';

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const encryptionKey = 'a key for tests, it protects nothing';

/** One folder for all runs, so that nothing piles up. */
const userFolder = join(tmpdir(), `n8n-engine-tests-${userInfo().username}`);

/** Written here in one step: n8n in several test workers would read each other's half-written file. */
function writeSettingsFile(): void {
	const n8nFolder = join(userFolder, '.n8n');
	mkdirSync(n8nFolder, { recursive: true });
	const draft = join(n8nFolder, `config.${process.pid}`);
	writeFileSync(draft, JSON.stringify({ encryptionKey }), { mode: 0o600 });
	renameSync(draft, join(n8nFolder, 'config'));
}

writeSettingsFile();
Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_ENCRYPTION_KEY: encryptionKey,
	N8N_LOG_LEVEL: process.env.N8N_LOG_LEVEL ?? 'silent',
	N8N_DIAGNOSTICS_ENABLED: 'false',
});
