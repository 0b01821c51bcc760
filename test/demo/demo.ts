import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';

import { startSandbox, type Sandbox } from '../sandbox';
import { accountOf, reasonsOf, type Account } from './account';
import { HELP, readArguments, type DemoArguments } from './arguments';
import { checkConservation } from './checkConservation';
import { checkHint } from './checkHint';
import { errorCsv } from './errorCsv';
import { hubspotContacts } from './hubspot/hubspotContacts';
import { readOwnFile } from './ownFile';
import { DemoProblem } from './problem';
import { showProgress, type ProgressScreen } from './progress';
import { accountTable, seenInN8n, verdict } from './report';
import { runWorkflow, type Done } from './runWorkflow';
import { trafficOf } from './traffic';
import type { DemoVendor, Prepared, Source } from './vendor';

export interface Surroundings {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: ProgressScreen;
	/** Where relative paths begin. */
	readonly folder: string;
	readonly outputFolder: string;
	/** Contacts to make up. */
	readonly contacts?: number;
}

const CONTACTS = 10_250;

/** Runs the demo; returns the exit code. */
export async function demo(given: readonly string[], around: Surroundings): Promise<number> {
	try {
		const wanted = readArguments(given);
		if (!wanted.help) return await show(hubspotContacts, wanted, around);
		around.stdout.write(HELP);
		return 0;
	} catch (error) {
		if (!(error instanceof DemoProblem)) throw error;
		around.stderr.write(`${error.message}.\n`);
		return 1;
	}
}

async function show(
	vendor: DemoVendor,
	wanted: DemoArguments,
	around: Surroundings,
): Promise<number> {
	const source: Source =
		wanted.input === undefined
			? { invent: around.contacts ?? CONTACTS }
			: { file: await readOwnFile(wanted.input, wanted.idField, around.folder) };
	const sandbox = await startSandbox();
	try {
		const account = await perform(vendor, sandbox, source, around);
		if (wanted.json) around.stdout.write(`${JSON.stringify(account)}\n`);
		return account.storeAgrees ? 0 : 1;
	} finally {
		await sandbox.close();
	}
}

async function perform(
	vendor: DemoVendor,
	sandbox: Sandbox,
	source: Source,
	{ stdout, stderr, outputFolder }: Surroundings,
): Promise<Account> {
	const print = (text: string): unknown => stdout.write(`${text}\n\n`);
	await mkdir(outputFolder, { recursive: true });
	const prepared = await vendor.prepare(sandbox, source);
	const file = prepared.file ?? (await writeList(vendor, prepared, outputFolder));
	print([`${vendor.workflow}.json runs in n8n's engine.`, ...prepared.notes].join('\n'));

	const stop = showProgress(stderr, () => ({
		requests: sandbox.calls.length,
		records: prepared.written(),
	}));
	const done = await runWorkflow(vendor, prepared, {
		file,
		alertUrl: `${sandbox.url}/alerts`,
	}).finally(stop);

	const { account, disagreements } = judge(sandbox, prepared, done);
	print(accountTable(account, reasonsOf(done.claims.failed)));
	print(seenInN8n(done.claims, sandbox.alerts[0]));
	const errorFile = join(outputFolder, `${vendor.workflow}.errors.csv`);
	await writeFile(errorFile, errorCsv(prepared.table, done.claims.failed));
	print(`The rows: ${file}\nThe error branch, with reasons: ${errorFile}`);
	print(verdict(disagreements));
	return account;
}

async function writeList(
	{ workflow }: DemoVendor,
	{ table: { columns, rows } }: Prepared,
	outputFolder: string,
): Promise<string> {
	const file = join(outputFolder, `${workflow}.csv`);
	await writeFile(file, stringify([...rows], { header: true, columns: [...columns] }));
	return file;
}

/** The account, and what speaks against it. */
export function judge(
	sandbox: Sandbox,
	prepared: Prepared,
	{ claims, milliseconds }: Done,
): { account: Account; disagreements: string[] } {
	const measured = { ...trafficOf(sandbox.calls), milliseconds };
	const account = accountOf(claims, { ...measured, storeAgrees: true });
	const disagreements = [
		...checkConservation(prepared.table, claims),
		...prepared.check(claims),
		...checkHint(claims.hints, account),
	];
	return { account: { ...account, storeAgrees: disagreements.length === 0 }, disagreements };
}
