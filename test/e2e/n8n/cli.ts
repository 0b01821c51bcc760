import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { N8N } from '../paths';
import { freePort } from '../setup/freePort';
import { nodeBinary } from '../setup/nodeBinary';
import { run } from '../setup/run';
import { environmentFor } from './environment';

/**
 * One command of n8n's own command line; returns what it printed. It ends with 0 even where it failed.
 * It prints into a file: n8n ends before all of a large execution has gone through a pipe.
 */
export async function n8nCli(
	home: string,
	words: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<string> {
	const path = join(mkdtempSync(join(home, 'cli-')), 'printed');
	const file = openSync(path, 'a');
	try {
		await run(nodeBinary(), [N8N, ...words], {
			stdio: ['ignore', file, file],
			env: environmentFor(home, { N8N_RUNNERS_BROKER_PORT: String(await freePort()), ...env }),
		});
	} finally {
		closeSync(file);
	}
	return readFileSync(path, 'utf8');
}
