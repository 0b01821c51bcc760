import type { Slot } from './fuzzCase';

/**
 * A request timed out at the client, and the vendor carried it out all the same after it had taken
 * and confirmed a later one with the same key. The later success was true when it was reported; no
 * client can prevent or notice this, so it is counted apart.
 */
export function overtaken(
	slots: readonly Slot[],
	item: number,
	met: ReadonlyMap<string, number>,
): boolean {
	const base = slots[item]?.base;
	return (
		met.has('timeout, written later') && slots.some((one, at) => at < item && one.base === base)
	);
}
