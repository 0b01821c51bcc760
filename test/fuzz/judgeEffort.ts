/** Did the node try too much, or give up too early? */
import type { FuzzCase } from './fuzzCase';
import { about } from './judge';
import type { Said } from './outcomes';
import { vendorOf } from './rowTraits';
import type { Observation } from './runCase';
import type { Finding } from './verdict';

export function judgeEffort(
	fuzzCase: FuzzCase,
	seen: Observation,
	said: readonly Said[],
): Finding[] {
	return [
		...judgeRepeats(seen),
		...judgeRequests(fuzzCase, seen, said),
		...(seen.met.size === 0 ? judgeCalmRun(fuzzCase, seen, said) : []),
	];
}

function judgeRepeats({ row, watched: { repeated } }: Observation): Finding[] {
	if (row.repeatable || repeated.length === 0) return [];
	const detail = `carried out twice: ${String(repeated[0]).slice(0, 120)}`;
	return [{ what: 'unsafeRepeat', count: repeated.length, detail }];
}

/**
 * Requests without a fault, at most: a full plan, one more for each item that shares its key, and for
 * each item that failed the way down to it, twice over (named culprits are tried before the halves).
 * A request that met a fault explains one more; a refusal that names nobody explains a whole tree.
 */
function judgeRequests(
	{ slots, options }: FuzzCase,
	{ row, calls }: Observation,
	said: readonly Said[],
): Finding[] {
	const entries = row.entriesPerItem ?? 1;
	const size = Math.max(
		1,
		Math.floor(Math.min(row.maxRecords, options.batchSize ?? Infinity) / entries),
	);
	const levels = Math.ceil(Math.log2(size)) + 1;
	const plan = Math.ceil(slots.length / size);
	const shared = slots.length - new Set(slots.map(({ base }) => base)).size;
	const failed = said.filter(({ state }) => state !== 'success').length;
	const batches = calls.filter(row.isBatch);
	const faulted = batches.filter(({ fault }) => fault !== undefined && fault !== 'respond');
	const refusals = faulted.filter(({ fault }) => fault === '400 without a name' || fault === '409');
	const most =
		plan + shared + 4 * levels * failed + 2 * faulted.length + 2 * size * refusals.length + 10;
	if (batches.length <= most) return [];
	const detail = `${batches.length} requests with records, explained are ${most}`;
	return [{ what: 'tooManyRequests', count: batches.length - most, detail }];
}

/** A process ran for longer than Max Wait. */
const NOT_AWAITED = new Set(['STILL_RUNNING', 'EARLIER_STILL_RUNNING']);

/** Nothing went wrong: nothing is in doubt, and good items are written. */
function judgeCalmRun(
	{ slots, options, limits }: FuzzCase,
	{ row }: Observation,
	said: readonly Said[],
): Finding[] {
	const at = (test: (one: Said, item: number) => boolean) =>
		said.flatMap((one, item) => (test(one, item) ? [item] : []));
	const someWritten = said.some(({ state }) => state === 'success');
	const takesAll = (options.onDuplicateIds ?? 'keepOrder') === 'keepOrder';
	const good = (item: number) => {
		const kind = slots[item]?.kind;
		return kind === 'good' || (kind === 'again' && takesAll);
	};
	// The user's own limits, and an hour's quota that no client can stretch, are nobody's fault.
	const excused = ({ code }: Said) =>
		code === 'DUPLICATE_ID' ||
		(limits && code === 'ALLOWANCE_USED_UP') ||
		(options.maxWait !== undefined && NOT_AWAITED.has(code));
	const payers = at((one, item) => good(item) && one.state !== 'success' && !excused(one));
	// Brevo drops records without a word: what is missing when read back stays in doubt. And of an
	// item that takes two operations one can be carried out and the other refused.
	const canDoubt = vendorOf(row) === 'brevo' || (row.entriesPerItem ?? 1) > 1;
	const doubted = canDoubt ? [] : at((one) => one.state === 'unconfirmed' && !excused(one));
	return [
		...about('needlessDoubt', doubted),
		...(someWritten ? about('innocentPaid', payers) : []),
	];
}
