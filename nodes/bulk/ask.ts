import { attemptOnce } from './attempt';
import { interpretQuestion } from './interpret';
import { mayAskAgain, reasonOf } from './obstacle';
import type { Answer } from './reading';
import { ownReason, type Reason } from './outcome';
import { backoffMs } from './retry';
import type { Run } from './run';
import { moveOn } from './standstill';
import type { WireRequest } from './wire';

/**
 * What was asked for, or why there is no answer.
 *
 * `closed`: asking for something else of this kind would fare no better (no permission, no such path).
 */
export type Asked<T> =
	{ readonly value: T } | { readonly problem: Reason; readonly closed: boolean };

/**
 * Asks for something; reading is always safe to repeat. Paced, repeated, told to wait and cancelled
 * like any other request of the run.
 *
 * @param read reads a 2xx answer; undefined when it is not what was asked for
 */
export async function ask<G extends object, T>(
	run: Run<G>,
	request: WireRequest,
	read: (answer: Answer) => T | undefined,
): Promise<Asked<T>> {
	for (let repeats = 0; ;) {
		const attempt = await attemptOnce(run, request);
		if (attempt === 'stopped') return { problem: run.stop()?.reason ?? STOPPED, closed: true };
		const { answer, sentAt } = attempt;
		const now = run.clock.now();
		const heard = interpretQuestion(run.operation, answer, now, read);
		if ('value' in heard) {
			run.lanes.answered(now - sentAt, run.pace.rate());
			moveOn(run);
			return heard;
		}
		const problem = run.stop()?.reason ?? reasonOf(heard);
		if (!mayAskAgain(run, heard, sentAt)) return { problem, closed: true };
		const told = heard.kind === 'limited';
		if (!told && repeats >= run.maxRetries) return { problem, closed: false };
		run.counts.retries += 1;
		if (told) continue;
		await run.sleep(backoffMs(repeats, run.clock.random()));
		repeats += 1;
	}
}

const STOPPED = ownReason('STOPPED', 'the run was stopped');
