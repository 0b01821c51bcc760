/** A fixed-seed share of the fuzzer for `npm test`; main.ts runs it with settings of its own. */
import { writeFileSync } from 'node:fs';
import { campaign } from './campaign';
import { describeFailure } from './describeFailure';
import { FAULT_KINDS } from './faultKinds';

const { FUZZ_RUNS, FUZZ_SEED, FUZZ_VENDOR, FUZZ_REPORT, FUZZ_SHRINK } = process.env;

describe('the laws under drawn faults', () => {
	const runs = Number(FUZZ_RUNS ?? 300);
	const seed = Number(FUZZ_SEED ?? 1);

	it(`${runs} runs from seed ${seed}`, async () => {
		const report = await campaign({
			runs,
			seed,
			vendor: FUZZ_VENDOR,
			shrinkFirst: Number(FUZZ_SHRINK ?? 3),
		});
		if (FUZZ_REPORT !== undefined) {
			writeFileSync(FUZZ_REPORT, JSON.stringify(report));
			return;
		}
		expect(report.failures.map(describeFailure).join('\n\n')).toBe('');
		expect(Object.keys(report.byVendor)).toHaveLength(5);
		const met = Object.keys(report.byFault).filter((kind) => kind in FAULT_KINDS);
		expect(met.length).toBeGreaterThan(Object.keys(FAULT_KINDS).length / 2);
	}, 86_400_000);
});
