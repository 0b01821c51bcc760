/** `npm run fuzz -- --runs N [--seed S] [--vendor V] [--json]`; see README.md. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Report } from './campaign';
import { describeFailure } from './describeFailure';
import { mergeReports, resultLine, table } from './report';

/** Runs in one jest process: it starts afresh before its memory grows. */
const RUNS_PER_PROCESS = 1000;

const root = resolve(__dirname, '..', '..');
const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '1000' },
		seed: { type: 'string' },
		vendor: { type: 'string' },
		json: { type: 'boolean', default: false },
	},
});

async function main(): Promise<number> {
	const runs = wholeNumber('runs', values.runs);
	const seed = wholeNumber('seed', values.seed ?? String(Date.now() % 1_000_000_000));
	const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
	const startedAt = Date.now();
	try {
		const parts: Array<Promise<Report>> = [];
		const shares = sharesOf(runs, seed);
		const workers = Math.min(shares.length, availableParallelism());
		const merged: Report[] = [];
		for (let worker = 0; worker < workers; worker++) parts.push(work());
		async function work(): Promise<Report> {
			for (let share = shares.shift(); share; share = shares.shift()) {
				merged.push(await oneProcess(share, folder));
				process.stderr.write(`${merged.reduce((sum, one) => sum + one.runs, 0)} of ${runs} runs\n`);
			}
			return mergeReports(merged);
		}
		await Promise.all(parts);
		const report = mergeReports(merged);
		const vendor = values.vendor === undefined ? '' : ` --vendor ${values.vendor}`;
		for (const failure of report.failures.slice(0, 10)) {
			console.log(describeFailure(failure));
			console.log(`  again: npm run fuzz -- --runs 1 --seed ${failure.seed}${vendor}\n`);
		}
		console.log(table(report, seed, Date.now() - startedAt));
		console.log(resultLine(report, values.json));
		return report.failures.length === 0 ? 0 : 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

interface Share {
	readonly runs: number;
	readonly seed: number;
}

function sharesOf(runs: number, seed: number): Share[] {
	const each = Math.min(RUNS_PER_PROCESS, Math.ceil(runs / availableParallelism()));
	const shares: Share[] = [];
	for (let done = 0; done < runs; done += each) {
		shares.push({ runs: Math.min(each, runs - done), seed: seed + done });
	}
	return shares;
}

/** Simulated time needs jest's timers, so the runs are a test that jest carries out. */
async function oneProcess({ runs, seed }: Share, folder: string): Promise<Report> {
	const file = join(folder, `${seed}.json`);
	const jest = require.resolve('jest/bin/jest');
	const args = [jest, '--runInBand', '--runTestsByPath', join(__dirname, 'fuzz.test.ts')];
	const env = {
		...process.env,
		FUZZ_RUNS: String(runs),
		FUZZ_SEED: String(seed),
		FUZZ_REPORT: file,
		...(values.vendor !== undefined && { FUZZ_VENDOR: values.vendor }),
	};
	const options = { cwd: root, env, maxBuffer: 64 * 1024 * 1024 };
	try {
		await promisify(execFile)(process.execPath, args, options);
	} catch (error) {
		const { stderr } = error as { stderr?: string };
		throw new Error(`The runs from seed ${seed} ended early:\n${stderr ?? String(error)}`, {
			cause: error,
		});
	}
	return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function wholeNumber(name: string, text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} is no whole number`);
	return number;
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 2;
	},
);
