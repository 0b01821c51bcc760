import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { mustRun } from '../setup/run';

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly [key: string]: unknown;
}

/** As n8n 2.39 gives them to npm (`CommunityPackagesService.downloadPackage`). */
const INSTALL = [
	'install',
	'--audit=false',
	'--fund=false',
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
];

/**
 * Does to a tarball what n8n does to a community package, step by step; only the registry is left
 * out, which n8n lets nobody choose without a licence.
 *
 * @param home the N8N_USER_FOLDER
 */
export async function installCommunityPackage(home: string, tarball: string): Promise<string> {
	const nodes = join(home, '.n8n', 'nodes');
	const unpacked = join(nodes, 'node_modules', 'n8n-nodes-bulk-records');
	mkdirSync(unpacked, { recursive: true });
	await mustRun('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	const manifestPath = join(unpacked, 'package.json');
	const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
	const dropped = new Set(['devDependencies', 'peerDependencies', 'optionalDependencies']);
	const kept = Object.entries(manifest).filter(([key]) => !dropped.has(key));
	writeFileSync(manifestPath, JSON.stringify(Object.fromEntries(kept), null, 2));
	await mustRun('npm', INSTALL, { cwd: unpacked });
	const dependencies = { [manifest.name]: manifest.version };
	const list = { name: 'installed-nodes', private: true, dependencies };
	writeFileSync(join(nodes, 'package.json'), JSON.stringify(list, null, 2));
	return unpacked;
}
