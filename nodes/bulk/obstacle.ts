import type { Reading } from './reading';
import type { Reason } from './outcome';
import type { Run } from './run';
import { standStill } from './standstill';

/** Why a question (about a process, about a page of records) has no answer yet. */
export type Obstacle = Exclude<Reading, { kind: 'settled' | 'pending' }>;

/** Whether to ask once more; waits as told before anything else leaves. */
export function mayAskAgain<G extends object>(
	run: Run<G>,
	reading: Obstacle,
	sentAt: number,
): boolean {
	switch (reading.kind) {
		case 'limited':
			return standStill(run, reading.waitMs, reading.reason, sentAt);
		case 'exhausted':
			run.halt({ kind: 'exhausted', reason: reading.reason });
			return false;
		case 'busy':
		case 'lost':
			return (
				reading.waitMs === undefined || standStill(run, reading.waitMs, reading.reason, sentAt)
			);
		case 'fatal':
		case 'refused':
		case 'rekey':
			return false;
	}
}

export function reasonOf(reading: Obstacle): Reason {
	return reading.kind === 'refused' ? reading.refusal.reason : reading.reason;
}
