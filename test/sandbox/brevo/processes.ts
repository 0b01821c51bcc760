import type { JsonObject } from '../json';
import type { Random } from '../random';
import type { BrevoSwitches } from './switches';

export type ProcessEnd = 'completed' | 'failed' | 'cancelled';

export interface Process {
	readonly id: number;
	readonly name: string;
	readonly acceptedAt: number;
	startsAt: number;
	endsAt: number;
	end: ProcessEnd;
	/** Import results and export addresses: other jobs have them, object jobs never do. */
	info?: JsonObject;
	exportUrl?: string;
}

/** Does the first so many parts of the job at a moment; says how many records it rejected. */
export type Work = (share: 0.5 | 1, at: number, processId: number) => number;

type Job = Process & { work: Work | undefined };

/**
 * Jobs in the background. No timer runs: whoever looks first lets everything happen that was due,
 * in the order and at the times it was due.
 */
export class Processes {
	private readonly jobs = new Map<number, Job>();
	/** Jobs with work to do, the next to end first. */
	private readonly pending: Job[] = [];
	private nextId = 4711;

	constructor(
		private readonly switches: BrevoSwitches,
		private readonly random: Random,
	) {}

	start(name: string, work: Work): number {
		const { queuedMs, processMs, jitterMs, processing, processEnds } = this.switches;
		const acceptedAt = Date.now();
		const free = processing === 'oneByOne' ? this.freeFrom(acceptedAt) : acceptedAt;
		const late = jitterMs > 0 ? this.random.below(jitterMs + 1) : 0;
		const startsAt = processEnds === 'stuck' ? Infinity : free + queuedMs;
		const job: Job = {
			id: this.nextId++,
			name,
			acceptedAt,
			startsAt,
			endsAt: startsAt + processMs + late,
			end: processEnds === 'stuck' ? 'completed' : processEnds,
			work,
		};
		this.jobs.set(job.id, job);
		this.await(job);
		return job.id;
	}

	/** A job of another kind that ended long ago: imports, exports, campaigns. */
	add(job: { name: string; end?: ProcessEnd; info?: JsonObject; exportUrl?: string }): number {
		const now = Date.now();
		const { end = 'completed', ...rest } = job;
		const id = this.nextId++;
		this.jobs.set(id, {
			...rest,
			id,
			end,
			acceptedAt: now,
			startsAt: now,
			endsAt: now,
			work: undefined,
		});
		return id;
	}

	/** Lets everything happen that is due by now. */
	settle(): void {
		const now = Date.now();
		for (let job = this.pending[0]; job !== undefined && job.endsAt <= now; job = this.pending[0]) {
			this.pending.shift();
			this.finish(job);
		}
	}

	/** Ends a job now, in a way of the test's choosing. */
	end(id: number, end: ProcessEnd): void {
		this.settle();
		const job = this.must(id);
		job.end = end;
		job.startsAt = Math.min(job.startsAt, Date.now());
		job.endsAt = Date.now();
		this.await(job);
		this.settle();
	}

	/** For work that finds its job must not end well. */
	fail(id: number): void {
		this.must(id).end = 'failed';
	}

	/** Keeps a job from ever ending: queued, or running if it has begun. */
	hold(id: number): void {
		this.settle();
		const job = this.must(id);
		if (job.startsAt > Date.now()) job.startsAt = Infinity;
		job.endsAt = Infinity;
		this.await(job);
	}

	/** Known jobs, oldest first. */
	all(): Process[] {
		this.settle();
		return [...this.jobs.values()].filter((job) => !this.isForgotten(job));
	}

	find(id: number): Process | undefined {
		this.settle();
		const job = this.jobs.get(id);
		return job === undefined || this.isForgotten(job) ? undefined : job;
	}

	status(job: Process): string {
		const now = Date.now();
		const { runningStatus, statusCase } = this.switches;
		const word = now < job.startsAt ? 'queued' : now < job.endsAt ? runningStatus : job.end;
		return statusCase === 'upper' ? word.toUpperCase() : word;
	}

	private finish(job: Job): void {
		const { work } = job;
		job.work = undefined;
		const { endedEarlyApplies, partialRejectionEnds } = this.switches;
		const early = job.end !== 'completed';
		if (work === undefined || (early && endedEarlyApplies === 'nothing')) return;
		const share = early && endedEarlyApplies === 'firstHalf' ? 0.5 : 1;
		const rejected = work(share, job.endsAt, job.id);
		if (!early && rejected > 0) job.end = partialRejectionEnds;
	}

	/** Puts a job at its place among those that wait. */
	private await(job: Job): void {
		const old = this.pending.indexOf(job);
		if (old >= 0) this.pending.splice(old, 1);
		if (job.work === undefined) return;
		let place = this.pending.length;
		while (place > 0 && (this.pending[place - 1] as Job).endsAt > job.endsAt) place -= 1;
		this.pending.splice(place, 0, job);
	}

	private freeFrom(now: number): number {
		const ends = this.pending.map(({ endsAt }) => endsAt).filter((at) => at !== Infinity);
		return Math.max(now, ...ends);
	}

	private isForgotten(job: Job): boolean {
		return Date.now() - job.endsAt > (this.switches.processRetentionMs ?? Infinity);
	}

	private must(id: number): Job {
		const job = this.jobs.get(id);
		if (job === undefined) throw new Error(`There is no process ${id}`);
		return job;
	}
}
