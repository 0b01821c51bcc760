import type { Outcome, State } from './outcome';
import type { RunCounts } from './run';

export type Tally = Record<State, number>;

export function emptyTally(): Tally {
	return { written: 0, accepted: 0, unchanged: 0, rejected: 0, unconfirmed: 0, notSent: 0 };
}

export function count(tally: Tally, { state }: Outcome): void {
	tally[state] += 1;
}

export function failures({ rejected, unconfirmed, notSent }: Tally): number {
	return rejected + unconfirmed + notSent;
}

const WORDS: ReadonlyArray<readonly [State, string]> = [
	['written', 'written'],
	['accepted', 'accepted'],
	['unchanged', 'unchanged'],
	['rejected', 'rejected'],
	['unconfirmed', 'unconfirmed'],
	['notSent', 'not sent'],
];

/**
 * `9 700 written · 290 rejected · 10 unconfirmed · 100 requests · 3 retries · 5.2 s`
 *
 * @param done what has happened to a record on the success branch
 */
export function summary(
	tally: Tally,
	counts: RunCounts,
	elapsedMs: number,
	done = 'written',
): string {
	const states = WORDS.filter(([state]) => tally[state] > 0 || state === 'written').filter(
		([state]) => state !== 'written' || tally.written > 0 || tally.accepted === 0,
	);
	return [
		...states.map(
			([state, word]) => `${grouped(tally[state])} ${state === 'written' ? done : word}`,
		),
		`${grouped(counts.requests)} ${counts.requests === 1 ? 'request' : 'requests'}`,
		...(counts.retries > 0
			? [`${grouped(counts.retries)} ${counts.retries === 1 ? 'retry' : 'retries'}`]
			: []),
		`${(elapsedMs / 1000).toFixed(1)} s`,
	].join(' · ');
}

/** Thousands apart by a narrow no-break space. */
export function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
