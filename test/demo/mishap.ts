import type { Random } from '../sandbox/random';
import type { Fate, Repair } from './evidence';

export type Item = Record<string, unknown>;

/** Something that goes wrong in real data, and in how many of 10,000 items. */
export interface Mishap {
	readonly per10k: number;
	/** What it leads to. */
	readonly fate: Fate;
	readonly happen: (item: Item, random: Random) => void;
}

/** Something that goes wrong and that can be put right. */
export interface Misspelling {
	readonly per10k: number;
	/** @returns what the item should say instead */
	readonly misspell: (item: Item, random: Random) => Repair;
}

/** Values that can be read in one way only, each with the one that is meant. */
export function misspelt(
	per10k: number,
	field: string,
	values: ReadonlyArray<readonly [written: unknown, meant: unknown]>,
): Misspelling {
	return {
		per10k,
		misspell(item, random) {
			const [written, meant] = random.pick(values);
			item[field] = written;
			return [field, meant];
		},
	};
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
	mishaps: ReadonlyArray<Mishap | Misspelling>,
	random: Random,
): Befallen {
	const spared = random.shuffle([...items]);
	const fates = new Map<Item, Fate>();
	for (const mishap of mishaps) {
		for (const item of spared.splice(0, share(items.length, mishap.per10k))) {
			fates.set(item, strike(item, mishap, random));
		}
	}
	return { fates, spared };
}

function strike(item: Item, mishap: Mishap | Misspelling, random: Random): Fate {
	if ('misspell' in mishap) return { kind: 'repairable', repair: mishap.misspell(item, random) };
	mishap.happen(item, random);
	return mishap.fate;
}

/** At least one, so that small lists have everything too. */
export function share(items: number, per10k: number): number {
	return Math.ceil((items * per10k) / 10_000);
}
