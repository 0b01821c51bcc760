import { PART_NAMES, type PartName } from './parts/names';
import { SetupProblem } from './problem';
import { createReport, StepFailed } from './report';
import { installDebianPackages, type Program } from './setup/debianPackages';
import { nodeBinary } from './setup/nodeBinary';
import { installNpmPackages } from './setup/npmPackages';
import { scratchFolder } from './setup/scratch';

const HELP = `npm run e2e [-- --only <part>[,<part>]]

Runs the packed package in a real n8n. Parts: ${PART_NAMES.join(', ')}.
The scratch folder with all logs is kept when a step fails, and with E2E_KEEP=1.
`;

const NEEDS: Readonly<Record<PartName, readonly Program[]>> = {
	package: [],
	editor: ['chromium'],
	server: [],
	queue: ['postgres', 'redis-server'],
};

/** `--only editor,server` or `--only=editor`; all when absent. */
function partsFrom(given: readonly string[]): readonly PartName[] {
	const at = given.findIndex((word) => word === '--only' || word.startsWith('--only='));
	if (at < 0) return PART_NAMES;
	const word = given[at] ?? '';
	const names = (word.includes('=') ? word.slice('--only='.length) : (given[at + 1] ?? '')).split(
		',',
	);
	const unknown = names.find((name) => !PART_NAMES.some((known) => known === name));
	if (unknown !== undefined) {
		throw new SetupProblem(`There is no part "${unknown}"; there are ${PART_NAMES.join(', ')}.`);
	}
	return PART_NAMES.filter((name) => names.includes(name));
}

async function main(given: readonly string[]): Promise<number> {
	if (given.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const before = Date.now();
	const wanted = partsFrom(given);
	const report = createReport((text) => process.stdout.write(text));
	const { say } = report;
	process.stdout.write('\nset-up\n');
	await installNpmPackages(say);
	nodeBinary();
	await installDebianPackages([...new Set(wanted.flatMap((name) => NEEDS[name]))], say);

	// Only now: these need what has just been installed.
	const { createStage } = await import('./stage.js');
	const { PARTS } = await import('./parts/index.js');
	const scratch = scratchFolder();
	const stage = await report.step(`packed and installed as n8n installs it`, () =>
		createStage(scratch, report),
	);
	try {
		for (const name of wanted) {
			process.stdout.write(`\n${name}\n`);
			await PARTS[name](stage).catch((error: unknown) => {
				if (!(error instanceof StepFailed)) throw error;
			});
		}
	} finally {
		await stage.close();
	}
	const minutes = ((Date.now() - before) / 60_000).toFixed(1);
	const { done, failures, figures } = report;
	if (failures.length > 0) say(`Logs and pictures: ${scratch}`);
	process.stdout.write(
		`\n${[...figures, `${done} steps done, ${failures.length} failed, ${minutes} minutes`, ...failures.map((what) => `✗ ${what}`)].join('\n')}\n`,
	);
	return failures.length === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof SetupProblem ? error.message : error);
		process.exit(1);
	},
);
