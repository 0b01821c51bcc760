/** Many runs, one after another, and what they found. */
import { rows } from '../conformance/rows';
import type { Row } from '../conformance/row';
import { SecretLeak } from '../engine/leaks';
import { drawCase } from './draw';
import type { FuzzCase } from './fuzzCase';
import { judge } from './judge';
import { vendorOf } from './rowTraits';
import { runCase } from './runCase';
import { shrink } from './shrink';
import type { Falsehood, Finding } from './verdict';

export interface Failure {
	readonly seed: number;
	readonly row: string;
	readonly findings: readonly Finding[];
	readonly smallest: FuzzCase;
	readonly smallestFindings: readonly Finding[];
}

export interface Report {
	runs: number;
	items: number;
	/** Items, requests or texts by what was false about them. */
	readonly found: { [what in Falsehood]?: number };
	/** Runs by row, by vendor and by kind of fault that was met. */
	readonly byRow: Record<string, number>;
	readonly byVendor: Record<string, number>;
	readonly byFault: Record<string, number>;
	readonly byOutcome: Record<string, number>;
	/** Runs in which an earlier request overtook: see overtaken.ts. */
	overtaken: number;
	readonly failures: Failure[];
}

export interface CampaignOptions {
	readonly runs: number;
	/** The first run's seed; the others follow by one. */
	readonly seed: number;
	readonly vendor?: string | undefined;
	/** Failures to make small; the rest is only counted. */
	readonly shrinkFirst: number;
}

export async function campaign(options: CampaignOptions): Promise<Report> {
	const { runs, seed, vendor, shrinkFirst } = options;
	const chosen = rows.filter((row) => vendor === undefined || vendorOf(row) === vendor);
	if (chosen.length === 0) throw new Error(`No operation of ${vendor}`);
	const report = emptyReport();
	for (let run = 0; run < runs; run++) {
		const fuzzCase = drawCase(seed + run, chosen);
		const row = rowOf(fuzzCase);
		const { findings: found, met } = await tryCase(fuzzCase);
		report.runs += 1;
		report.items += fuzzCase.slots.length;
		count(report.byRow, row.name);
		count(report.byVendor, vendorOf(row));
		if (fuzzCase.limits) count(report.byOutcome, 'limits in force');
		count(report.byOutcome, `on error: ${fuzzCase.options.onError}`);
		for (const kind of [...met, ...madeOf(fuzzCase)]) count(report.byFault, kind);
		for (const { what, count: by } of found) report.found[what] = (report.found[what] ?? 0) + by;
		const findings = found.filter(({ what }) => what !== 'overtaken');
		if (found.length > findings.length) report.overtaken += 1;
		if (findings.length === 0) continue;
		const failure = { seed: fuzzCase.seed, row: row.name, findings };
		const small =
			report.failures.length < shrinkFirst ? await smallest(fuzzCase, findings) : fuzzCase;
		const smallestFindings = small === fuzzCase ? findings : (await tryCase(small)).findings;
		report.failures.push({ ...failure, smallest: small, smallestFindings });
	}
	return report;
}

/** What was wrong with items, or unusual about them. */
function madeOf({ slots }: FuzzCase): Set<string> {
	return new Set(slots.flatMap(({ kind }) => (kind === 'good' ? [] : [`items: ${kind}`])));
}

/** Runs a case; a run that cannot be finished is a finding too. */
export async function tryCase(
	fuzzCase: FuzzCase,
): Promise<{ readonly findings: Finding[]; readonly met: readonly string[] }> {
	try {
		return await runCase(fuzzCase, rowOf(fuzzCase), (seen) => ({
			findings: judge(fuzzCase, seen),
			met: [...seen.met.keys()],
		}));
	} catch (error) {
		if (error instanceof SecretLeak) {
			return { findings: [{ what: 'secretsLeaked', count: 1, detail: error.message }], met: [] };
		}
		const detail = error instanceof Error ? String(error.stack).slice(0, 600) : String(error);
		return { findings: [{ what: 'crashed', count: 1, detail }], met: [] };
	}
}

async function smallest(fuzzCase: FuzzCase, findings: readonly Finding[]): Promise<FuzzCase> {
	const kinds = new Set(findings.map(({ what }) => what));
	return await shrink(fuzzCase, async (smaller) => {
		const again = await tryCase(smaller);
		return again.findings.some(({ what }) => kinds.has(what));
	});
}

function rowOf({ row: name }: FuzzCase): Row {
	const row = rows.find((one) => one.name === name);
	if (row === undefined) throw new Error(`No row is called ${name}`);
	return row;
}

function count(table: Record<string, number>, name: string): void {
	table[name] = (table[name] ?? 0) + 1;
}

export function emptyReport(): Report {
	return {
		runs: 0,
		items: 0,
		found: {},
		byRow: {},
		byVendor: {},
		byFault: {},
		byOutcome: {},
		overtaken: 0,
		failures: [],
	};
}
