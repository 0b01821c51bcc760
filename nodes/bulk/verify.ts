import { attemptOnce } from './attempt';
import { parse } from './interpret';
import type { BulkRecord, ReadBack, Stored, StoredPage, Verdict } from './operation';
import { ownReason } from './outcome';
import type { Run } from './run';
import { meaningOf } from './statuses';

/** What was written under one key. */
interface WrittenKey<G> {
	/** The records of the last item, which the vendor should hold now. */
	last: Array<BulkRecord<G>>;
	/** Records of earlier items, overwritten since. */
	readonly earlier: Array<BulkRecord<G>>;
}

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
			const known = keys.get(record.key) ?? { last: [], earlier: [] };
			keys.set(record.key, known);
			// Parts of one item add up; another item with the same key overwrites it.
			if (known.last[0]?.item !== record.item) known.earlier.push(...known.last.splice(0));
			known.last.push(record);
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
		const stored = await readAll(run, readBack, group, keys);
		for (const [key, { last, earlier }] of keys) {
			for (const record of earlier) findings.soften(record);
			for (const record of last) {
				const verdict =
					stored === undefined ? NOT_VERIFIED : readBack.compare(record, found(stored, key));
				if (!verdict) continue;
				// What went wrong with the last one may have gone wrong with those before it.
				for (const one of [record, ...earlier]) findings.revise(one, verdict);
			}
		}
	}
}

interface Shelf {
	readonly records: ReadonlyMap<string, unknown>;
	/** The number of records did not change while they were read. */
	readonly still: boolean;
}

function found({ records, still }: Shelf, key: string): Stored {
	return records.has(key) ? { record: records.get(key) } : { missing: true, certain: still };
}

/** Pages until the end or until all keys are found; undefined when a page cannot be had. */
async function readAll<G extends object>(
	run: Run<G>,
	readBack: ReadBack<G>,
	group: G,
	keys: ReadonlyMap<string, unknown>,
): Promise<Shelf | undefined> {
	const records = new Map<string, unknown>();
	const totals = new Set<number>();
	for (let page = 1; ; page++) {
		const read = await readPage(run, readBack, group, page);
		if (read === undefined) return undefined;
		totals.add(read.total);
		for (const { keys: its, record } of read.records) {
			for (const key of its) if (keys.has(key)) records.set(key, record);
		}
		if (!read.more || records.size === keys.size) return { records, still: totals.size === 1 };
	}
}

/** One page, asked for again as often as the user's Max Retries allows. */
async function readPage<G extends object>(
	run: Run<G>,
	readBack: ReadBack<G>,
	group: G,
	page: number,
): Promise<StoredPage | undefined> {
	for (let repeats = 0; repeats <= run.maxRetries; repeats++) {
		const attempt = await attemptOnce(run, readBack.request(group, page));
		if (attempt === 'stopped' || attempt.answer.kind === 'unsendable') return undefined;
		const { answer } = attempt;
		if (answer.kind === 'answered' && meaningOf(answer.status, run.operation.statuses) === 'read') {
			const parsed = parse(run.operation, answer, run.clock.now());
			const read = parsed.body === undefined ? undefined : readBack.read(parsed, page);
			if (read) return read;
		}
		run.counts.retries += 1;
		await run.sleep(1000 * 2 ** repeats);
	}
	return undefined;
}

const NOT_VERIFIED: Verdict = {
	state: 'unconfirmed',
	reason: ownReason('NOT_VERIFIED', 'it was taken, but reading it back failed', {
		retryable: true,
	}),
};
