import { N8N } from '../paths';
import { freePort } from '../setup/freePort';
import { nodeBinary } from '../setup/nodeBinary';
import { run, type Ran } from '../setup/run';
import { environmentFor } from './environment';

/** One command of n8n's own command line. It ends with 0 even where it failed: see what it printed. */
export async function n8nCli(
	home: string,
	words: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
	const broker = { N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
	return await run(nodeBinary(), [N8N, ...words], {
		env: environmentFor(home, { ...broker, ...env }),
	});
}
