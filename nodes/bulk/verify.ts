import type { BulkRecord } from './record';
import type { ReadBack, Stored, Verdict } from './stored';
import { ownReason } from './outcome';
import { readPages, type Shelf } from './readPages';
import type { Run } from './run';

/** What was written under one key: the records of each item, in the order in which they were written. */
type WrittenKey<G> = Array<Array<BulkRecord<G>>>;

/** What was written and is to be looked at again. */
export interface Written<G> {
	add(record: BulkRecord<G>): void;
	groups(): Iterable<readonly [G, ReadonlyMap<string, WrittenKey<G>>]>;
}

export function collectWritten<G extends object>(): Written<G> {
	const groups = new Map<G, Map<string, WrittenKey<G>>>();
	return {
		add(record) {
			const keys = groups.get(record.group) ?? new Map<string, WrittenKey<G>>();
			groups.set(record.group, keys);
			const items = keys.get(record.key) ?? [];
			keys.set(record.key, items);
			// Parts of one item add up; another item with the same key overwrites it.
			const last = items.at(-1);
			if (last?.[0]?.item === record.item) last.push(record);
			else items.push([record]);
		},
		groups: () => groups,
	};
}

/** Told of each record that counts as written and is not as it should be, or cannot be looked at. */
export interface Findings<G> {
	revise(record: BulkRecord<G>, verdict: Verdict): void;
	/** A later item has overwritten it: nobody can see any more whether it ever was there. */
	soften(record: BulkRecord<G>): void;
}

/** Reads back what the vendor holds and compares it with what was sent. */
export async function verify<G extends object>(
	run: Run<G>,
	readBack: ReadBack<G>,
	written: Written<G>,
	findings: Findings<G>,
): Promise<void> {
	for (const [group, keys] of written.groups()) {
		const stored = await readPages(run, readBack, group, keys);
		for (const [key, items] of keys) {
			const check = (record: BulkRecord<G>) =>
				'problem' in stored ? NOT_VERIFIED : readBack.compare(record, found(stored, key));
			verifyKey(items, check, findings);
		}
	}
}

/** From the last item back to one that is there: those before it are overwritten. */
function verifyKey<G>(
	items: WrittenKey<G>,
	check: (record: BulkRecord<G>) => Verdict | undefined,
	findings: Findings<G>,
): void {
	let overwritten = false;
	for (const records of items.toReversed()) {
		let isThere = true;
		for (const record of records) {
			const verdict = overwritten ? undefined : check(record);
			if (overwritten) findings.soften(record);
			if (verdict) findings.revise(record, verdict);
			if (verdict) isThere = false;
		}
		overwritten ||= isThere;
	}
}

function found({ records, still }: Shelf, key: string): Stored {
	return records.has(key) ? { record: records.get(key) } : { missing: true, certain: still };
}

const NOT_VERIFIED: Verdict = {
	state: 'unconfirmed',
	reason: ownReason('NOT_VERIFIED', 'it was taken, but reading it back failed', {
		retryable: true,
	}),
};
