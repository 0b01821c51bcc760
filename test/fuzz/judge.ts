/** Compares what the node said with what the simulator's store holds and held. */
import type { FuzzCase } from './fuzzCase';
import { overtaken } from './overtaken';
import { accountOf, judgeAccount } from './judgeAccount';
import { judgeBatches } from './judgeBatches';
import { judgeEffort } from './judgeEffort';
import { judgePace } from './judgePace';
import { judgeSteering } from './judgeSteering';
import { readOutcomes, type Said, type Told } from './outcomes';
import type { Observation } from './runCase';
import type { Falsehood, Finding } from './verdict';

export function judge(fuzzCase: FuzzCase, seen: Observation): Finding[] {
	const told = readOutcomes(seen);
	const findings = [
		...judgeSteering(seen),
		...judgeCancel(fuzzCase, seen),
		...judgePace(fuzzCase, seen),
		...judgeAccount(fuzzCase, seen, told),
	];
	if (told.threw !== undefined) return findings;
	const { said, lost, duplicated, malformed } = told;
	return [
		...findings,
		...about('lost', lost),
		...about('duplicated', duplicated),
		...about('malformedOutput', malformed),
		...falseSuccesses(fuzzCase, seen, told),
		...about('falseFailure', falseFailures(seen, said)),
		...judgeEffort(fuzzCase, seen, said),
		...judgeBatches(fuzzCase, seen, said),
	];
}

/** @param positions of the items that were wronged */
export function about(what: Falsehood, positions: readonly number[], which = 'items'): Finding[] {
	if (positions.length === 0) return [];
	const shown = positions.slice(0, 5).join(', ');
	const more = positions.length > 5 ? ' …' : '';
	return [{ what, count: positions.length, detail: `${which} ${shown}${more}` }];
}

/**
 * A success must have been in the store. It must still be there unless an item with the same key
 * came after it, with success or with an unknown fate. Of those, as many as the account calls accepted
 * were only taken by the vendor, which dropped them without a word.
 */
function falseSuccesses(
	{ slots }: FuzzCase,
	{ stored, watched, met, result }: Observation,
	{ said }: Told,
): Finding[] {
	const overwritten = new Set<number>();
	let overwrittenItems = 0;
	const never: number[] = [];
	const gone: number[] = [];
	for (let item = said.length - 1; item >= 0; item--) {
		const { state } = said[item] ?? {};
		const base = slots[item]?.base ?? -1;
		if (state === 'success') {
			if (!overwritten.has(base) && !stored.has(item)) gone.push(item);
			if (overwritten.has(base) && !watched.held.has(item)) never.push(item);
			if (overwritten.has(base)) overwrittenItems += 1;
		}
		if (state === 'success' || state === 'unconfirmed') overwritten.add(base);
	}
	const { accepted } = accountOf(result.hints('Bulk').at(-1)?.message ?? '');
	const late = gone.filter((item) => watched.held.has(item) && overtaken(slots, item, met));
	return [
		...about('overtaken', late.reverse()),
		...about('falseSuccess', gone.filter((item) => !late.includes(item)).reverse()),
		...about('falseSuccess', never.reverse().slice(accepted), 'overwritten items'),
		...(accepted > overwrittenItems ? [tooSoft(accepted)] : []),
	];
}

function tooSoft(accepted: number): Finding {
	const detail = `${accepted} called accepted, more than were overwritten`;
	return { what: 'wrongAccount', count: 1, detail };
}

/** Rejected and not sent items must never have been in the store, unless an equal one put it there. */
function falseFailures({ items, watched }: Observation, said: readonly Said[]): number[] {
	const failed = said.flatMap(({ state }, item) =>
		(state === 'rejected' || state === 'notSent') && watched.held.has(item) ? [item] : [],
	);
	if (failed.length === 0) return [];
	const written = new Set(
		said.flatMap(({ state }, item) =>
			state === 'success' || state === 'unconfirmed' ? [JSON.stringify(items[item])] : [],
		),
	);
	return failed.filter((item) => !written.has(JSON.stringify(items[item])));
}

/** A cancelled run settles within a second; any other sends nothing once it has ended. */
function judgeCancel({ cancelAtMs }: FuzzCase, { result, late }: Observation): Finding[] {
	const [first] = late;
	if (first !== undefined && cancelAtMs === undefined) {
		return [{ what: 'lateRequest', count: late.length, detail: `${first.method} ${first.path}` }];
	}
	const { settledAfterCancelMs: ms } = result;
	if (ms === undefined || (ms !== null && ms < 1000)) return [];
	return [{ what: 'lateCancel', count: 1, detail: `settled ${ms} ms after the cancel` }];
}
