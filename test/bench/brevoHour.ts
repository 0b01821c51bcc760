import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { CeilingShare } from './ceiling';

/** Hours pass in simulated time only, which needs jest's timers: a test measures it. */
export async function measureBrevoHour(): Promise<CeilingShare> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	const report = join(folder, 'brevo.json');
	try {
		const jest = require.resolve('jest/bin/jest');
		const test = join(__dirname, 'brevoHour.test.ts');
		await promisify(execFile)(process.execPath, [jest, '--runInBand', '--runTestsByPath', test], {
			cwd: resolve(__dirname, '..', '..'),
			env: { ...process.env, BENCH_REPORT: report },
		});
		const measured = JSON.parse(readFileSync(report, 'utf8')) as Pick<
			CeilingShare,
			'share' | 'answers429'
		>;
		return { vendor: 'Brevo', latencyMs: 150, ...measured };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
