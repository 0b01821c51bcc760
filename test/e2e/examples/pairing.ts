import type { Item } from '../n8n/types';

/** The input items this one came from; a preview's come from a whole batch. */
export function itemsOf({ pairedItem }: Item): number[] {
	return [pairedItem ?? []]
		.flat()
		.map((one) => (typeof one === 'number' ? one : Number((one as { item: unknown }).item)));
}
