/** What travelled together, how full it was, and how often. */
import type { Call } from '../sandbox';
import { repeatsOfEngine } from './engineCalls';
import { TIMEOUT_MS } from './faultKinds';
import type { FuzzCase } from './fuzzCase';
import type { Said } from './outcomes';
import type { Observation } from './runCase';
import type { Falsehood, Finding } from './verdict';

/** The node's own default. */
const MAX_RETRIES = 5;

export function judgeBatches(
	fuzzCase: FuzzCase,
	seen: Observation,
	said: readonly Said[],
): Finding[] {
	const batches = batchesOf(seen);
	const { row, items, met } = seen;
	const { slots } = fuzzCase;
	const calm =
		met.size === 0 &&
		said.every(({ state }) => state === 'success') &&
		new Set(slots.map(({ base }) => base)).size === slots.length;
	// Two batches can only be told from two attempts where no two items say the same.
	const distinct = new Set(items.map((item) => JSON.stringify(item))).size === items.length;
	return [
		...about('tooLarge', tooLarge(seen, batches), 'a body over the limit'),
		...(calm ? about('unfilled', unfilled(fuzzCase, seen, batches), 'the next would fit in') : []),
		...(row.again ? about('keyTwice', keyTwice(seen, batches), 'a key') : []),
		...(distinct ? about('tooManyRetries', retries(fuzzCase, seen, batches), 'too often') : []),
		...(row.idempotencyKey && distinct
			? about('wrongKey', wrongKeys(batches), 'its idempotency key')
			: []),
	];
}

function about(what: Falsehood, calls: readonly Call[], why: string): Finding[] {
	const [first] = calls;
	if (first === undefined) return [];
	const detail = `${why}: ${first.records} records, ${first.bytes} bytes at ${first.at}`;
	return [{ what, count: calls.length, detail }];
}

interface Sent {
	readonly call: Call;
	/** Tells bodies apart; undefined where the simulator had none to read. */
	readonly hash: string | undefined;
	readonly firstRecordBytes: number | undefined;
}

function batchesOf({ row, calls, watched }: Observation): Sent[] {
	return calls.flatMap((call, index) => {
		if (!row.isBatch(call)) return [];
		const body = watched.bodies.get(index);
		return [{ call, hash: body?.hash, firstRecordBytes: body?.firstRecordBytes }];
	});
}

function tooLarge({ row }: Observation, batches: readonly Sent[]): Call[] {
	const { maxBytes = Infinity, maxRecords } = row;
	return callsIn(batches.filter(({ call }) => call.bytes > maxBytes || call.records > maxRecords));
}

/** A batch into which the first record of the next one would have fitted. */
function unfilled({ options }: FuzzCase, { row }: Observation, batches: readonly Sent[]): Call[] {
	const entries = row.entriesPerItem ?? 1;
	const most = Math.min(row.maxRecords, Math.max(entries, options.batchSize ?? Infinity));
	return callsIn(
		batches.filter(({ call }, at) => {
			const next = batches[at + 1]?.firstRecordBytes;
			if (next === undefined) return false;
			const bytes = call.bytes + (1 + next) * entries;
			return call.records + entries <= most && bytes <= (row.maxBytes ?? 0);
		}),
	);
}

/** A key twice in one batch, or in two that were under way at once. */
function keyTwice({ row }: Observation, batches: readonly Sent[]): Call[] {
	const free = new Map<string, number>();
	const entries = row.entriesPerItem ?? 1;
	return callsIn(
		batches.filter(({ call: { recordIds = [], at, answeredAt } }) => {
			const keys = new Set(recordIds);
			const twice = keys.size * entries < recordIds.length;
			const early = [...keys].some((key) => (free.get(key) ?? 0) > at);
			const until = Math.min(answeredAt ?? Infinity, at + TIMEOUT_MS);
			for (const key of keys) free.set(key, Math.max(until, free.get(key) ?? 0));
			return twice || early;
		}),
	);
}

/** Being told to wait does not count, and a 401 is n8n's to repeat. */
const UNCOUNTED = new Set<Call['status']>([401, 429, 477]);

function retries({ options }: FuzzCase, { calls }: Observation, batches: readonly Sent[]): Call[] {
	const repeats = repeatsOfEngine(calls);
	const most = 1 + (options.maxRetries ?? MAX_RETRIES);
	const times = new Map<string, number>();
	return callsIn(
		batches.filter(({ call, hash }) => {
			if (hash === undefined || UNCOUNTED.has(call.status) || repeats.has(call)) return false;
			const attempts = (times.get(hash) ?? 0) + 1;
			times.set(hash, attempts);
			return attempts > most;
		}),
	);
}

function wrongKeys(batches: readonly Sent[]): Call[] {
	const keyOf = new Map<string, string>();
	const bodyOf = new Map<string, string>();
	return callsIn(
		batches.filter(({ call: { idempotencyKey: key }, hash }) => {
			if (hash === undefined) return false;
			if (key === undefined) return true;
			const wrong = (keyOf.get(hash) ?? key) !== key || (bodyOf.get(key) ?? hash) !== hash;
			keyOf.set(hash, key);
			bodyOf.set(key, hash);
			return wrong;
		}),
	);
}

const callsIn = (sent: readonly Sent[]) => sent.map(({ call }) => call);
