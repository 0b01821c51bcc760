import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Exit code of a run in which a step failed. */
const FAILED = 1;

/**
 * A folder for this run alone; gone when the process ends, unless something failed: then its logs and
 * pictures are wanted. Nobody but its owner can look into it.
 */
export function scratchFolder(purpose = ''): string {
	const folder = mkdtempSync(join(tmpdir(), `bulk-records-e2e-${purpose}`));
	process.once('exit', (code) => {
		const isWanted = code === FAILED || process.env['E2E_KEEP'] !== undefined;
		if (!isWanted) rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}
