import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';

import type { Sandbox } from '../sandbox';
import { reasonsOf, type Account } from './account';
import { judge } from './judge';
import { showProgress, type ProgressScreen } from './progress';
import { accountTable, seenInN8n, verdict } from './report';
import { runWorkflow, type Done } from './runWorkflow';
import type { DemoVendor, Prepared } from './vendor';
import { writeErrors, writeRows } from './writeOutput';

export interface Surroundings {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: ProgressScreen;
	/** The current folder of whoever called. */
	readonly folder: string;
	readonly outputFolder: string;
}

/** Runs a vendor's workflow and tells everything about it. */
export async function show(
	vendor: DemoVendor,
	sandbox: Sandbox,
	prepared: Prepared,
	around: Surroundings,
): Promise<Account> {
	const { outputFolder, folder, stdout } = around;
	const { workflow } = vendor;
	const print = (...lines: string[]): unknown => stdout.write(`${lines.join('\n')}\n\n`);
	await mkdir(outputFolder, { recursive: true });
	const file = prepared.file ?? (await writeRows(outputFolder, workflow, prepared.table));
	print(`examples/${workflow}.json runs in n8n's engine.`, ...prepared.notes);

	const done = await runWithProgress(vendor, sandbox, prepared, file, around.stderr);
	const { claims } = done;
	const { account, disagreements } = judge(sandbox, prepared, done);
	const errors = await writeErrors(outputFolder, workflow, prepared.table, claims.failed);
	print(accountTable(account, reasonsOf(claims.failed)));
	print(seenInN8n(claims, sandbox.alerts[0]));
	print(`Rows:         ${near(folder, file)}`, `Error branch: ${near(folder, errors)}`);
	print(verdict(disagreements));
	return account;
}

async function runWithProgress(
	vendor: DemoVendor,
	sandbox: Sandbox,
	prepared: Prepared,
	file: string,
	screen: ProgressScreen,
): Promise<Done> {
	const stop = showProgress(screen, () => ({
		requests: sandbox.calls.length,
		records: prepared.written(),
	}));
	try {
		return await runWorkflow(vendor, prepared, { file, alertUrl: `${sandbox.url}/alerts` });
	} finally {
		stop();
	}
}

/** A path as short as it can be said from here. */
function near(folder: string, file: string): string {
	const path = relative(folder, file);
	return path.startsWith('..') ? file : path;
}
