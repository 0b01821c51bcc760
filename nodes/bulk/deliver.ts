import { failureIn, type Batch, type Fate } from './batch';
import { ownReason } from './outcome';
import { react } from './react';
import type { Run } from './run';

/** Sends a batch until its fate is known: paces, waits as told, repeats where that is safe. */
export async function deliver<G extends object>(run: Run<G>, batch: Batch<G>): Promise<Fate> {
	const { operation, clock } = run;
	const { head, tail } = operation.envelope;
	// One body for every attempt: measured, sent and repeated are the same bytes (law 7).
	const body = Buffer.from(head + batch.records.map(({ json }) => json).join(',') + tail);
	for (let repeats = 0; ;) {
		if (!(await turn(run))) return undelivered(run, batch);
		const sentAt = clock.now();
		const answer = await run.wire({ ...operation.request(batch.group), body });
		if (answer.kind !== 'unsendable') {
			batch.attempts += 1;
			run.counts.requests += 1;
		}
		const step = react({ run, batch, sentAt, repeats }, answer);
		if (step.kind === 'stopped') return undelivered(run, batch);
		if (step.kind !== 'repeat') return step;
		run.counts.retries += 1;
		if (step.counts) repeats += 1;
		if (step.afterMs > 0) await run.sleep(step.afterMs);
	}
}

/** Waits for a slot. False: the run was stopped meanwhile. */
async function turn<G extends object>(run: Run<G>): Promise<boolean> {
	for (;;) {
		if (run.ended()) return false;
		const now = run.clock.now();
		const delay = run.pace.delayMs(now);
		if (delay <= 0) {
			run.pace.take(now);
			return true;
		}
		await run.sleep(delay);
	}
}

/** The run was stopped before this batch could be settled. */
export function undelivered<G extends object>(run: Run<G>, batch: Batch<G>): Fate {
	const reason = run.stop()?.reason ?? ownReason('STOPPED', 'the run was stopped');
	const state = batch.mayBeWritten ? 'unconfirmed' : 'notSent';
	return { kind: 'undelivered', failure: failureIn(batch, state, reason) };
}
