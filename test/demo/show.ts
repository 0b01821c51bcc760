import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';

import type { Sandbox } from '../sandbox';
import { reasonsOf, type Account } from './account';
import { judge } from './judge';
import { showProgress, type ProgressScreen } from './progress';
import { accountTable, seenInN8n, verdict } from './report';
import { runWorkflow, type Done } from './runWorkflow';
import type { DemoVendor, Prepared } from './vendor';
import { writeErrors, writeItems } from './writeOutput';

export interface Surroundings {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: ProgressScreen;
	/** The current folder of whoever called. */
	readonly folder: string;
	readonly outputFolder: string;
}

/**
 * Runs a vendor's workflow and tells everything about it.
 *
 * @param detail `short` leaves out what n8n's user gets to see, and the reasons
 */
export async function show(
	vendor: DemoVendor,
	sandbox: Sandbox,
	prepared: Prepared,
	around: Surroundings,
	detail: 'full' | 'short' = 'full',
): Promise<Account> {
	const { outputFolder, folder, stdout } = around;
	const { workflow, nodes } = vendor;
	const { table, notes } = prepared;
	const print = (...lines: string[]): unknown => stdout.write(`${lines.join('\n')}\n\n`);
	await mkdir(outputFolder, { recursive: true });
	const file = prepared.file ?? (await writeItems(outputFolder, vendor, table));
	print(`examples/${workflow}.json runs in n8n's engine.`, ...notes);

	const done = await runWithProgress(vendor, sandbox, prepared, file, around.stderr);
	const { claims } = done;
	const { account, disagreements } = judge(sandbox, prepared, done);
	const errors = await writeErrors(outputFolder, workflow, table, claims.failed);
	if (detail === 'short') print(...claims.hints, verdict(disagreements));
	else {
		print(accountTable(account, reasonsOf(claims.failed)));
		if (prepared.remark) print(prepared.remark(claims));
		print(seenInN8n(claims, nodes.alert === undefined ? undefined : sandbox.alerts));
		print(`Items:        ${near(folder, file)}`, `Error branch: ${near(folder, errors)}`);
		print(verdict(disagreements));
	}
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
