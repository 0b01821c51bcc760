import { ask } from './ask';
import type { PagedRecords } from './stored';
import type { Reason } from './outcome';
import type { Run } from './run';

/** Stored records by key. */
export interface Shelf {
	readonly records: Map<string, unknown>;
	/** The number of records did not change while they were read. */
	readonly still: boolean;
}

/**
 * Reads pages until the end, or until all the keys are found.
 *
 * @param keys those to keep
 * @returns why not, when one page cannot be had
 */
export async function readPages<G extends object>(
	run: Run<G>,
	pages: PagedRecords<G>,
	group: G,
	keys: { readonly size: number; has(key: string): boolean },
): Promise<Shelf | { readonly problem: Reason; readonly closed: boolean }> {
	const records = new Map<string, unknown>();
	const totals = new Set<number>();
	let before = 0;
	for (let page = 1; ; page++) {
		const asked = await ask(run, pages.request(group, page, before), (answer) =>
			pages.read(answer, page, before),
		);
		if ('problem' in asked) return asked;
		const { value: read } = asked;
		totals.add(read.total);
		before += read.records.length;
		for (const { keys: its, record } of read.records) {
			for (const key of its) if (keys.has(key)) records.set(key, record);
		}
		if (!read.more || records.size === keys.size) return { records, still: totals.size === 1 };
	}
}
