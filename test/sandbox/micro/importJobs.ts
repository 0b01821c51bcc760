import type { JsonObject } from '../json';
import { buildIndex, importRow, type ImportTask } from './importRow';
import type { MicroSwitches } from './switches';
import type { World } from './world';

export interface ImportJob extends ImportTask {
	id: string | null;
	teamId: string;
	callIndex: number;
	rows: readonly unknown[];
	results: JsonObject[];
	failedRows: number;
	startedAt: number;
	updatedAt: number;
	/** How it ends was settled when it started. */
	outcome: MicroSwitches['importJobs'];
	status: 'processing' | 'complete' | 'failed';
	rowsPerSecond: number;
}

export type NewJob = Pick<ImportJob, 'teamId' | 'type' | 'options' | 'rows' | 'callIndex'>;

const KEPT_MS = 7 * 86_400_000;

/**
 * Imports that outlive their call. No timer runs: whoever looks makes them do what they would have
 * done by now. Kept seven days.
 */
export class ImportJobs {
	private readonly jobs = new Map<string, ImportJob>();
	private started = 0;

	/** Does all rows at once, for an answer with results. */
	runInline(world: World, asked: NewJob): ImportJob {
		const job = this.make(asked, null, 'complete', Infinity);
		this.apply(world, job, job.rows.length, () => job.startedAt);
		job.status = 'complete';
		return job;
	}

	start(world: World, asked: NewJob): ImportJob {
		const id = `job_${++this.started}`;
		const { importRowsPerSecond } = world.limits;
		const job = this.make(asked, id, world.switches.importJobs, importRowsPerSecond);
		this.jobs.set(id, job);
		return job;
	}

	find(id: string, teamId: string): ImportJob | undefined {
		const job = this.jobs.get(id);
		if (job === undefined || job.teamId !== teamId) return undefined;
		return Date.now() >= job.startedAt + KEPT_MS ? undefined : job;
	}

	/** Brings every job to where it would be by now. */
	advance(world: World): void {
		if (this.jobs.size === 0) return;
		const now = Date.now();
		for (const [id, job] of this.jobs) {
			if (job.status === 'processing') this.advanceOne(world, job, now);
			if (now >= job.startedAt + KEPT_MS) this.jobs.delete(id);
		}
	}

	private advanceOne(world: World, job: ImportJob, now: number): void {
		const { rows, outcome, startedAt, rowsPerSecond } = job;
		const target = outcome === 'complete' ? rows.length : Math.floor(rows.length / 2);
		const passed = Math.max(0, now - startedAt);
		const due = Math.min(target, Math.floor((passed * rowsPerSecond) / 1000));
		const timeOf = (row: number): number =>
			Math.min(now, startedAt + Math.ceil(((row + 1) * 1000) / rowsPerSecond));
		if (due > job.results.length) this.apply(world, job, due, timeOf);
		if (job.results.length < target || outcome === 'stuck') return;
		job.status = outcome === 'fail' ? 'failed' : 'complete';
	}

	private apply(world: World, job: ImportJob, upTo: number, timeOf: (row: number) => number): void {
		const index = buildIndex(world, job);
		for (let position = job.results.length; position < upTo; position++) {
			const now = timeOf(position);
			const cause = { callIndex: job.callIndex, position, now };
			const result = importRow(world, job, job.rows[position], index, cause);
			if (result['error'] !== undefined) job.failedRows += 1;
			job.results.push(result);
			job.updatedAt = now;
		}
	}

	private make(
		asked: NewJob,
		id: string | null,
		outcome: ImportJob['outcome'],
		rowsPerSecond: number,
	): ImportJob {
		const now = Date.now();
		return {
			...asked,
			id,
			outcome,
			rowsPerSecond,
			results: [],
			made: new Set(),
			failedRows: 0,
			startedAt: now,
			updatedAt: now,
			status: 'processing',
		};
	}
}

/** Results appear only when it is complete; `error` here means the job, not a row. */
export function showJob(job: ImportJob): JsonObject {
	const processed = job.results.length;
	return {
		job_id: job.id,
		status: job.status,
		total: job.rows.length,
		processed,
		succeeded: processed - job.failedRows,
		failed: job.failedRows,
		...(job.status === 'complete' ? { results: job.results } : {}),
		...(job.status === 'failed'
			? { error: { code: 'import_failed', message: 'The import stopped half way' } }
			: {}),
		created_at: new Date(job.startedAt).toISOString(),
		updated_at: new Date(job.updatedAt).toISOString(),
		expires_at: job.id === null ? null : new Date(job.startedAt + KEPT_MS).toISOString(),
	};
}
