/** `npm run load [-- --vendor V] [--items N] [--json]`; see docs/reliability.md. */
import { parseArgs } from 'node:util';
import { createEngine } from '../engine';
import { loadRun, type LoadReport } from './loadRun';
import { loadsOf } from './plan';

const { values } = parseArgs({
	options: {
		vendor: { type: 'string' },
		items: { type: 'string' },
		json: { type: 'boolean', default: false },
	},
});

async function main(): Promise<number> {
	const engine = await createEngine();
	const items = values.items === undefined ? undefined : Number(values.items);
	const reports: LoadReport[] = [];
	for (const load of loadsOf(values.vendor, items)) {
		const report = await loadRun(engine, load);
		reports.push(report);
		console.log(values.json ? JSON.stringify(report) : shown(report));
	}
	return reports.every(isTrue) ? 0 : 1;
}

function isTrue(report: LoadReport): boolean {
	const { lost, duplicated, falseSuccess, falseFailure, withinBound } = report;
	return lost + duplicated + falseSuccess + falseFailure === 0 && withinBound;
}

function shown({ operation, withinBound, ...figures }: LoadReport): string {
	const all = Object.entries(figures).map(([name, number]) => `${name}: ${number}`);
	return `${operation}: ${all.join(' · ')} · memory ${withinBound ? 'within' : 'BEYOND'} its bound`;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error);
		process.exit(2);
	},
);
