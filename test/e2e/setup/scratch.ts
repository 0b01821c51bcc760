import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for this run alone; gone when the process ends, however it ends. Nobody but its owner can
 * look into it.
 */
export function scratchFolder(purpose = ''): string {
	const folder = mkdtempSync(join(tmpdir(), `bulk-records-e2e-${purpose}`));
	if (process.env['E2E_KEEP'] === undefined) {
		process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	}
	return folder;
}
