import { startSandbox } from '../sandbox';
import type { Account } from './account';
import { HELP, readArguments, type DemoArguments } from './arguments';
import { comparison } from './comparison';
import { readOwnFile } from './ownFile';
import { DemoProblem } from './problem';
import { show, type Surroundings } from './show';
import type { Source } from './source';
import type { DemoVendor } from './vendor';
import { DEFAULT_VENDOR, findVendor, VENDORS } from './vendors';

export interface DemoSurroundings extends Surroundings {
	/** Items to make up when there is no file; each vendor's own number if absent. */
	readonly items?: number;
}

/** The whole demo; returns its exit code. */
export async function demo(given: readonly string[], around: DemoSurroundings): Promise<number> {
	try {
		const wanted = readArguments(given);
		if (!wanted.help) return await (wanted.all ? runAll : runOne)(wanted, around);
		around.stdout.write(HELP);
		return 0;
	} catch (error) {
		const sentence = sentenceFor(error);
		if (sentence === undefined) throw error;
		around.stderr.write(`${sentence}.\n`);
		return 1;
	}
}

/** Undefined for what is our own bug. */
function sentenceFor(error: unknown): string | undefined {
	if (error instanceof DemoProblem) return error.message;
	const { syscall, path, code } = error as NodeJS.ErrnoException;
	const aboutFile = syscall !== undefined && path !== undefined;
	return aboutFile ? `"${path}" cannot be written or read (${code})` : undefined;
}

async function runOne(wanted: DemoArguments, around: DemoSurroundings): Promise<number> {
	const vendor = wanted.workflow === undefined ? DEFAULT_VENDOR : findVendor(wanted.workflow);
	const source = await sourceFor(vendor, wanted, around);
	const account = await run(vendor, source, around, 'full');
	if (wanted.json) {
		printJson(around, wanted.workflow === undefined ? account : named(vendor, account));
	}
	return account.storeAgrees ? 0 : 1;
}

async function runAll({ json }: DemoArguments, around: DemoSurroundings): Promise<number> {
	const accounts: Array<readonly [DemoVendor, Account]> = [];
	for (const vendor of VENDORS) {
		const source = { invent: around.items ?? vendor.items };
		accounts.push([vendor, await run(vendor, source, around, 'short')]);
	}
	around.stdout.write(`${comparison(accounts.map(([{ name }, account]) => [name, account]))}\n`);
	if (json) for (const [vendor, account] of accounts) printJson(around, named(vendor, account));
	return accounts.every(([, { storeAgrees }]) => storeAgrees) ? 0 : 1;
}

async function sourceFor(
	vendor: DemoVendor,
	{ input, idField }: DemoArguments,
	{ folder, items = vendor.items }: DemoSurroundings,
): Promise<Source> {
	if (input === undefined) return { invent: items };
	if (vendor !== DEFAULT_VENDOR) {
		throw new DemoProblem(
			`--input is for HubSpot's workflow only; ${vendor.name} runs on made-up items`,
		);
	}
	return { file: await readOwnFile(input, idField, folder) };
}

/** Each run has an account of its own. */
async function run(
	vendor: DemoVendor,
	source: Source,
	around: DemoSurroundings,
	detail: 'full' | 'short',
): Promise<Account> {
	const sandbox = await startSandbox();
	try {
		const prepared = await vendor.prepare(sandbox, source);
		return await show(vendor, sandbox, prepared, around, detail);
	} finally {
		await sandbox.close();
	}
}

function named({ id }: DemoVendor, account: Account): { vendor: string } & Account {
	return { vendor: id, ...account };
}

function printJson({ stdout }: DemoSurroundings, value: object): void {
	stdout.write(`${JSON.stringify(value)}\n`);
}
