import type { Fate } from './evidence';
import { FINE, type Item } from './mishap';
import type { Table } from './table';

/** Items to write, with the account made ready for them. */
export interface ItemList {
	readonly table: Table;
	readonly fateOf: (item: number) => Fate;
	/** The first item from here on that nothing is wrong with. */
	readonly fineFrom: (item: number) => number;
}

/**
 * Gives each item its number in a field of its own, as an import keeps the line of its source: each
 * write then bears the number of its item, and the judge need not guess.
 */
export function numbered(
	items: readonly Item[],
	field: string,
	fates: ReadonlyMap<Item, Fate>,
): ItemList {
	items.forEach((item, index) => {
		item[field] = index;
	});
	const columns = new Set(items.flatMap((item) => Object.keys(item)));
	const fateOf = (index: number): Fate => fates.get(items[index] ?? {}) ?? FINE;
	return {
		table: { columns: [...columns], rows: items },
		fateOf,
		fineFrom(index) {
			while (fateOf(index).kind !== 'fine') index += 1;
			return index;
		},
	};
}

/** The number a write bears; NaN where it bears none. */
export function numberIn(value: unknown): number {
	return typeof value === 'number' ? value : NaN;
}
