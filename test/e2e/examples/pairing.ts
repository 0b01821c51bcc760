import type { Item } from '../n8n/types';

/** The input item this one came from; NaN where the pairing is missing or not single. */
export function itemOf({ pairedItem }: Item): number {
	const [first, ...others] = [pairedItem ?? []].flat();
	if (first === undefined || others.length > 0) return NaN;
	return typeof first === 'number' ? first : Number((first as { item: unknown }).item);
}
