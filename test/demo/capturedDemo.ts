import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Account } from './account';
import { demo } from './demo';

export interface Captured {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
	readonly outputFolder: string;
}

/** The demo with captured streams, writing to a temporary folder. */
export interface CapturedDemo {
	readonly folder: string;
	run(given: readonly string[], items?: number): Promise<Captured>;
	remove(): Promise<void>;
}

export async function capturedDemo(): Promise<CapturedDemo> {
	const folder = await mkdtemp(join(tmpdir(), 'bulk-demo-test-'));
	return {
		folder,
		async run(given, items) {
			const out: string[] = [];
			const err: string[] = [];
			const outputFolder = join(folder, 'demo-output');
			const code = await demo(given, {
				stdout: { write: (text) => out.push(text) },
				stderr: { write: (text) => err.push(text) },
				folder,
				outputFolder,
				...(items !== undefined && { items }),
			});
			return { code, stdout: out.join(''), stderr: err.join(''), outputFolder };
		},
		remove: async () => {
			await rm(folder, { recursive: true });
		},
	};
}

/** The last lines of what was printed, as JSON. */
export function jsonLines(stdout: string, count: number): Array<{ vendor?: string } & Account> {
	const lines = stdout.trimEnd().split('\n').slice(-count);
	return lines.map((line) => JSON.parse(line) as { vendor?: string } & Account);
}

/** The keys --json prints, in their order. */
export const ACCOUNT_KEYS = [
	'items',
	'written',
	'rejected',
	'unconfirmed',
	'notSent',
	'requests',
	'retries',
	'seconds',
	'storeAgrees',
] as const;
