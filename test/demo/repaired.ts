import type { Claims } from './claims';
import type { Evidence } from './evidence';
import { grouped } from './shown';

/** Of the rows a careful person could put right, so many must be written. */
const ENOUGH = 0.95;

export interface Repaired {
	readonly written: number;
	readonly repairable: number;
}

/** How many of the rows that can be put right without a guess the node has written. */
export function countRepaired({ table, fateOf }: Evidence, { success }: Claims): Repaired {
	const isRepairable = (item: number) => fateOf(item).kind === 'repairable';
	const written = success.filter(({ item = -1 }) => isRepairable(item)).length;
	return { written, repairable: table.rows.filter((_, item) => isRepairable(item)).length };
}

/** A sentence if it is too few. Whether they hold the right values is compared with the store. */
export function checkRepaired({ written, repairable }: Repaired): string[] {
	if (written >= ENOUGH * repairable) return [];
	return [`Only ${written} of ${repairable} rows that can be put right were written`];
}

export function shownRepaired({ written, repairable }: Repaired): string {
	const share = repairable === 0 ? 100 : Math.floor((1000 * written) / repairable) / 10;
	return `Put right on the way: ${grouped(written)} of the ${grouped(repairable)} rows that a careful person could repair (${share} %)`;
}
