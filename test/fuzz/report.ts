/** Puts the reports of several processes together and shows them. */
import { emptyReport, type Report } from './campaign';
import { FAULT_KINDS } from './faultKinds';
import { FALSEHOODS, type Falsehood } from './verdict';

/** Those that the project's promise is about; the others appear when there are any. */
const PROMISED: readonly Falsehood[] = [
	'lost',
	'duplicated',
	'falseSuccess',
	'falseFailure',
	'secretsLeaked',
];

export function mergeReports(reports: readonly Report[]): Report {
	const whole = emptyReport();
	for (const report of reports) {
		whole.runs += report.runs;
		whole.items += report.items;
		whole.overtaken += report.overtaken;
		for (const name of ['byRow', 'byVendor', 'byFault', 'byOutcome'] as const) {
			add(whole[name], report[name]);
		}
		add(whole.found, report.found);
		whole.failures.push(...report.failures);
	}
	whole.failures.sort((a, b) => a.smallest.slots.length - b.smallest.slots.length);
	return whole;
}

function add(to: Record<string, number>, from: Readonly<Record<string, number>>): void {
	for (const [name, number] of Object.entries(from)) to[name] = (to[name] ?? 0) + number;
}

export function table(report: Report, seed: number, elapsedMs: number): string {
	const { runs, byRow, byVendor, byFault, byOutcome, overtaken } = report;
	const share = (number: number) => `${((100 * number) / Math.max(1, runs)).toFixed(1)} %`;
	const lines = (title: string, counts: Readonly<Record<string, number>>) => [
		'',
		title,
		...Object.entries(counts)
			.sort(([, a], [, b]) => b - a)
			.map(([name, number]) => `  ${name.padEnd(62)} ${share(number).padStart(8)}`),
	];
	const never = Object.fromEntries(Object.keys(FAULT_KINDS).map((kind) => [kind, 0]));
	const perSecond = (runs / Math.max(0.001, elapsedMs / 1000)).toFixed(1);
	return [
		`${runs} runs from seed ${seed} in ${(elapsedMs / 1000).toFixed(0)} s: ${perSecond} runs per second`,
		...lines('Runs of each vendor', byVendor),
		...lines('Runs of each operation', byRow),
		...lines('Runs with each On Error, and with limits', byOutcome),
		...lines('Runs that met each kind of fault', { ...never, ...byFault }),
		...lines('Counted apart', {
			'overtaken by an earlier request (see reliability.md)': overtaken,
		}),
		'',
	].join('\n');
}

export function resultLine({ runs, items, found }: Report, json: boolean): string {
	const others = (what: Falsehood) => what !== 'overtaken' && found[what] !== undefined;
	const shown = FALSEHOODS.filter((what) => PROMISED.includes(what) || others(what));
	const counts = Object.fromEntries(shown.map((what) => [what, found[what] ?? 0]));
	const result = { runs, items, ...counts };
	if (json) return JSON.stringify(result);
	return Object.entries(result)
		.map(([name, number]) => `${name}: ${number}`)
		.join(' · ');
}
