import { startSandbox } from '../sandbox';
import { HELP, readArguments, type DemoArguments } from './arguments';
import { hubspotContacts } from './hubspot/hubspotContacts';
import { readOwnFile } from './ownFile';
import { DemoProblem } from './problem';
import { show, type Surroundings } from './show';
import type { DemoVendor, Source } from './vendor';

export interface DemoSurroundings extends Surroundings {
	/** Rows to make up when there is no file. */
	readonly contacts?: number;
}

const CONTACTS = 10_250;

/** The whole demo; returns its exit code. */
export async function demo(given: readonly string[], around: DemoSurroundings): Promise<number> {
	try {
		const wanted = readArguments(given);
		if (!wanted.help) return await run(hubspotContacts, wanted, around);
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

async function run(
	vendor: DemoVendor,
	{ input, idField, json }: DemoArguments,
	around: DemoSurroundings,
): Promise<number> {
	const source: Source =
		input === undefined
			? { invent: around.contacts ?? CONTACTS }
			: { file: await readOwnFile(input, idField, around.folder) };
	const sandbox = await startSandbox();
	try {
		const prepared = await vendor.prepare(sandbox, source);
		const account = await show(vendor, sandbox, prepared, around);
		if (json) around.stdout.write(`${JSON.stringify(account)}\n`);
		return account.storeAgrees ? 0 : 1;
	} finally {
		await sandbox.close();
	}
}
