import { join } from 'node:path';

import { PROJECT } from '../paths';
import { mustRun } from './run';

interface Packed {
	readonly filename: string;
	readonly size: number;
	readonly files: ReadonlyArray<{ readonly path: string }>;
}

export interface Tarball {
	readonly path: string;
	readonly bytes: number;
	readonly files: readonly string[];
}

/** `npm pack` of the built package: what a registry would get. */
export async function packTarball(folder: string): Promise<Tarball> {
	const words = ['pack', '--json', '--pack-destination', folder, '--loglevel=error'];
	const { stdout } = await mustRun('npm', words, { cwd: PROJECT });
	const answer = JSON.parse(stdout) as Packed[] | Record<string, Packed>;
	const [packed] = Object.values(answer);
	if (packed === undefined) throw new Error(`npm pack told nothing: ${stdout}`);
	return {
		path: join(folder, packed.filename),
		bytes: packed.size,
		files: packed.files.map(({ path }) => path),
	};
}
