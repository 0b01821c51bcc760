import type { Random } from '../sandbox/random';
import type { Fate } from './evidence';

export type Item = Record<string, unknown>;

/** Something that goes wrong in real data, and in how many of 10,000 items. */
export interface Mishap {
	readonly per10k: number;
	/** What it leads to. */
	readonly fate: Fate;
	readonly happen: (item: Item, random: Random) => void;
}

export const FINE: Fate = { kind: 'fine' };
export const SPOILT: Fate = { kind: 'spoilt' };

export interface Befallen {
	/** By item; those that are missing are fine. */
	readonly fates: ReadonlyMap<Item, Fate>;
	/** Items that nothing has happened to, in no order. */
	readonly spared: Item[];
}

/** Lets mishaps happen. No item meets two of them, so that each failure has one reason. */
export function befall(
	items: readonly Item[],
	mishaps: readonly Mishap[],
	random: Random,
): Befallen {
	const spared = random.shuffle([...items]);
	const fates = new Map<Item, Fate>();
	for (const { per10k, fate, happen } of mishaps) {
		for (const item of spared.splice(0, share(items.length, per10k))) {
			happen(item, random);
			fates.set(item, fate);
		}
	}
	return { fates, spared };
}

/** At least one, so that small lists have everything too. */
export function share(items: number, per10k: number): number {
	return Math.ceil((items * per10k) / 10_000);
}
