import type { Outcome } from './outcome';
import type { Report } from './send';

/** Hands the outcome of an item on to later items with the same key. */
export interface Sharing {
	readonly report: Report;
	/** This item has the same key as an earlier one. */
	readonly share: (item: number, earlier: number) => void;
}

/** @param report told once for each item, those that share an outcome included */
export function createSharing(report: Report, outcomeOf: (item: number) => Outcome | undefined) {
	const followers = new Map<number, number[]>();
	const sharing: Sharing = {
		report(item, outcome) {
			report(item, outcome);
			for (const follower of followers.get(item) ?? []) report(follower, copyOf(outcome));
			followers.delete(item);
		},
		share(item, earlier) {
			const known = outcomeOf(earlier);
			if (known) report(item, copyOf(known));
			else if (!followers.get(earlier)?.push(item)) followers.set(earlier, [item]);
		},
	};
	return sharing;
}

/** Items are changed by later nodes: no two may hold the same object. */
function copyOf(outcome: Outcome): Outcome {
	return 'record' in outcome ? { ...outcome, record: structuredClone(outcome.record) } : outcome;
}
