import { attemptOnce } from './attempt';
import { failureIn, type Batch, type Fate } from './batch';
import { interpretFollowUp } from './interpret';
import { mayAskAgain, reasonOf } from './obstacle';
import type { FollowUp } from './reading';
import { ownReason, type Reason } from './outcome';
import { backoffMs } from './retry';
import type { Run } from './run';
import { moveOn } from './standstill';

/** First look after this long, then twice as long each time: polls count against the vendor's quota. */
const FIRST_LOOK_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Asks for a batch that the vendor works on in the background until it has ended, for at most Max
 * Wait. One question at a time serves the whole batch. Whatever prevents an answer leaves the batch
 * unconfirmed: it was taken.
 */
export async function follow<G extends object>(
	run: Run<G>,
	batch: Batch<G>,
	first: FollowUp,
): Promise<Fate> {
	batch.mayBeWritten = true;
	const until = run.clock.now() + run.maxWaitMs;
	let followUp = first;
	let atOnce = first.atOnce ?? false;
	let pauseMs = FIRST_LOOK_MS;
	for (let failures = 0; ;) {
		const left = until - run.clock.now();
		if (!atOnce) {
			if (left <= 0) return unconfirmed(batch, stillRunning(run, followUp));
			await run.sleep(Math.min(pauseMs, left));
		}
		atOnce = false;
		const attempt = await attemptOnce(run, followUp.request);
		if (attempt === 'stopped')
			return unconfirmed(batch, run.stop()?.reason ?? stillRunning(run, followUp));
		const { answer, sentAt } = attempt;
		const reading = interpretFollowUp(run.operation, followUp, answer, run.clock.now());
		if (reading === 'running') {
			moveOn(run);
			pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
			continue;
		}
		if (reading.kind === 'pending') {
			moveOn(run);
			followUp = reading.followUp;
			atOnce = followUp.atOnce ?? false;
			pauseMs = FIRST_LOOK_MS;
			continue;
		}
		if (reading.kind === 'settled') {
			moveOn(run);
			return reading;
		}
		const reason = reasonOf(reading);
		if (!mayAskAgain(run, reading, sentAt)) return unconfirmed(batch, run.stop()?.reason ?? reason);
		failures += 1;
		run.counts.retries += 1;
		if (failures > run.maxRetries && reading.kind !== 'limited') return unconfirmed(batch, reason);
		pauseMs = reading.kind === 'limited' ? 0 : backoffMs(failures, run.clock.random());
	}
}

function unconfirmed<G>(batch: Batch<G>, reason: Reason): Fate {
	return { kind: 'undelivered', failure: failureIn(batch, 'unconfirmed', reason) };
}

/** Code of a reason: the vendor has taken the records and nobody waits for it any longer. */
export const STILL_RUNNING = 'STILL_RUNNING';

function stillRunning<G extends object>({ operation }: Run<G>, { name }: FollowUp): Reason {
	const message = `${operation.vendor} has taken it, but ${name} is still running after Max Wait`;
	return ownReason(STILL_RUNNING, message, { retryable: true });
}
