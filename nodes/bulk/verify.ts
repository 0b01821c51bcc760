import { attemptOnce } from './attempt';
import { interpret, parse } from './interpret';
import { mayAskAgain } from './obstacle';
import type { BulkRecord, ReadBack, Reading, Stored, StoredPage, Verdict } from './operation';
import { ownReason } from './outcome';
import type { Run } from './run';
import { meaningOf } from './statuses';

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
		const stored = await readAll(run, readBack, group, keys);
		for (const [key, items] of keys) {
			const check = (record: BulkRecord<G>) =>
				stored === undefined ? NOT_VERIFIED : readBack.compare(record, found(stored, key));
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
		const { answer, sentAt } = attempt;
		if (answer.kind === 'answered') {
			const now = run.clock.now();
			const parsed = parse(run.operation, answer, now);
			if (meaningOf(answer.status, run.operation.statuses) === 'read') {
				const read = parsed.body === undefined ? undefined : readBack.read(parsed, page);
				if (read) return read;
			} else if (!mayGoOn(run, interpret(run.operation, answer, [], now), sentAt)) {
				return undefined;
			}
		}
		run.counts.retries += 1;
		await run.sleep(1000 * 2 ** repeats);
	}
	return undefined;
}

function mayGoOn<G extends object>(run: Run<G>, reading: Reading, sentAt: number): boolean {
	if (reading.kind === 'settled' || reading.kind === 'pending') return true;
	return mayAskAgain(run, reading, sentAt);
}

const NOT_VERIFIED: Verdict = {
	state: 'unconfirmed',
	reason: ownReason('NOT_VERIFIED', 'it was taken, but reading it back failed', {
		retryable: true,
	}),
};
