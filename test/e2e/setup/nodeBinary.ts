import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { E2E } from '../paths';
import { SetupProblem } from '../problem';

const NEEDED = 24;

/** The Node that runs n8n: from npm where there is one for this machine, else the present one. */
export function nodeBinary(): string {
	const name = `node-${process.platform}-${process.arch}`;
	const packaged = join(E2E, 'node_modules', name, 'bin', 'node');
	if (existsSync(packaged)) return packaged;
	if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
	throw new SetupProblem(
		`n8n needs Node ${NEEDED} or newer, this is ${process.version}, and npm has no ${name} here. Start again with Node ${NEEDED}.`,
	);
}
