import { count, emptyTally, type Tally } from './account';
import type { Failure, Outcome } from './outcome';

/** One outcome per item, and how many there are of each kind. */
export interface Ledger {
	readonly tally: Tally;
	/** By item; complete once {@link Ledger.complete} was called. */
	readonly outcomes: ReadonlyArray<Outcome | undefined>;
	/** The first outcome reported for an item stays. */
	report(item: number, outcome: Outcome): void;
	/** A second look found that an item is not written after all. */
	revise(item: number, failure: Failure): void;
	/** A second look could not find out whether an item is written: it was taken, no more is known. */
	soften(item: number): void;
	/** Gives every item that has no outcome this one. */
	complete(rest: Failure): void;
	/** Each outcome once, by item, and forgets it: what is made of a million needs the room. */
	handOut(): Iterable<Outcome | undefined>;
}

export function createLedger(items: number): Ledger {
	const outcomes = new Array<Outcome | undefined>(items).fill(undefined);
	const tally = emptyTally();
	const set = (item: number, outcome: Outcome) => {
		outcomes[item] = outcome;
		count(tally, outcome);
	};
	const replace = (item: number, outcome: Outcome) => {
		const before = outcomes[item];
		if (before) tally[before.state] -= 1;
		set(item, outcome);
	};
	return {
		tally,
		outcomes,
		report(item, outcome) {
			if (outcomes[item] === undefined) set(item, outcome);
		},
		revise: replace,
		soften(item) {
			const before = outcomes[item];
			if (before?.state === 'written') replace(item, { ...before, state: 'accepted' });
		},
		complete(rest) {
			for (let item = 0; item < items; item++) {
				if (outcomes[item] === undefined) set(item, rest);
			}
		},
		*handOut() {
			for (let item = 0; item < items; item++) {
				const outcome = outcomes[item];
				outcomes[item] = undefined;
				yield outcome;
			}
		},
	};
}
