import { attemptOnce } from './attempt';
import { failureIn, type Batch, type Fate } from './batch';
import { bodyOf } from './body';
import { follow } from './follow';
import { ownReason } from './outcome';
import { react } from './react';
import type { Run } from './run';

/** Sends a batch until its fate is known: paces, waits as told, repeats where that is safe. */
export async function deliver<G extends object>(run: Run<G>, batch: Batch<G>): Promise<Fate> {
	const { operation } = run;
	const body = bodyOf(operation, batch.records);
	const request = operation.request(batch.group);
	let key = run.newKey();
	for (let repeats = 0; ;) {
		const attempt = await attemptOnce(run, {
			...request,
			headers: headersWith(run, request.headers, key),
			body,
		});
		if (attempt === 'stopped') return undelivered(run, batch);
		const { answer, sentAt } = attempt;
		if (answer.kind !== 'unsendable') batch.attempts += 1;
		const step = react({ run, batch, sentAt, repeats }, answer);
		if (step.kind === 'stopped') return undelivered(run, batch);
		if (step.kind === 'follow') return await follow(run, batch, step.followUp);
		if (step.kind !== 'repeat') return step;
		run.counts.retries += 1;
		if (step.counts) repeats += 1;
		if (step.newKey) key = run.newKey();
		if (step.afterMs > 0) await run.sleep(step.afterMs);
	}
}

function headersWith<G extends object>(
	{ operation: { idempotencyHeader } }: Run<G>,
	headers: Readonly<Record<string, string>> | undefined,
	key: string,
): Record<string, string> {
	return { ...headers, ...(idempotencyHeader !== undefined && { [idempotencyHeader]: key }) };
}

/** The run was stopped before this batch could be settled. */
export function undelivered<G extends object>(run: Run<G>, batch: Batch<G>): Fate {
	const reason = run.stop()?.reason ?? ownReason('STOPPED', 'the run was stopped');
	const state = batch.mayBeWritten ? 'unconfirmed' : 'notSent';
	return { kind: 'undelivered', failure: failureIn(batch, state, reason) };
}
