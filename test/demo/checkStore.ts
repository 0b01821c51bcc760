import { stateOf, type Claim, type Claims } from './claims';
import { checkValues } from './checkValues';
import type { Evidence, TracedWrite, Writes } from './evidence';
import { checkRepaired, countRepaired } from './repaired';
import { shown } from './shown';
import { isAnswered } from './traffic';

/**
 * Holds the claims against the store and its log of writes, where each write bears the number of its
 * item. One sentence per disagreement.
 */
export function checkStore(evidence: Evidence, claims: Claims): string[] {
	const writes = writesByItem(evidence);
	return [
		...evidence.strayWrites(),
		...checkWrites(evidence, writes),
		...claims.success.flatMap((claim) => checkSuccess(evidence, writes, claim)),
		...claims.failed.flatMap((claim) => checkFailure(evidence, writes, claim)),
		...checkValues(evidence, claims, writes),
		...checkRepaired(countRepaired(evidence, claims)),
	];
}

function writesByItem(evidence: Evidence): Writes {
	const byItem = new Map<number, TracedWrite[]>();
	for (const write of evidence.writes()) {
		const known = byItem.get(write.item);
		if (known) known.push(write);
		else byItem.set(write.item, [write]);
	}
	return byItem;
}

/** Whatever was written went to its item's record, and went again only for a reason. */
function checkWrites(evidence: Evidence, writes: Writes): string[] {
	const wrong: string[] = [];
	for (const [item, times] of writes) {
		const own = evidence.keyOf(item);
		for (const { key } of times) {
			if (key !== own) wrong.push(`A write to ${key} bears the number of item ${item} (${own})`);
		}
		const due = evidence.requestsFor?.(item) ?? 1;
		const answered: number[] = [];
		for (const { callIndex } of times) {
			if (answered.length >= due) {
				const before = answered.at(-1);
				wrong.push(`Item ${item} was written again although request ${before} was answered`);
			} else if (wasAnswered(evidence, callIndex)) answered.push(callIndex);
		}
	}
	return wrong;
}

function wasAnswered({ calls }: Evidence, callIndex: number): boolean {
	const call = calls[callIndex];
	return call === undefined || isAnswered(call);
}

function checkSuccess(evidence: Evidence, writes: Writes, claim: Claim): string[] {
	const { item, json } = claim;
	if (item === undefined) return [];
	const { vendor } = evidence;
	const key = evidence.keyOf(item);
	if (key === undefined) return [`Item ${item} counts as written and has no record ID`];
	if (!evidence.speaksOf(claim, key)) {
		return [`Item ${item} is for record ${key} and came out as record ${shown(json)}`];
	}
	if (!writes.has(item)) return [`Item ${item} counts as written, and ${vendor} never wrote it`];
	const fate = evidence.fateOf(item);
	if (fate.kind === 'spoilt') return [`Item ${item} counts as written, and it cannot be put right`];
	return fate.kind === 'curtailed' || fate.kind === 'halved'
		? [`Item ${item} counts as written, and ${vendor} left out its ${fate.fields.join(', ')}`]
		: [];
}

function checkFailure(evidence: Evidence, writes: Writes, claim: Claim): string[] {
	const { item } = claim;
	if (item === undefined) return [];
	const { vendor } = evidence;
	const state = stateOf(claim);
	const fate = evidence.fateOf(item);
	const written = writes.has(item);
	if (fate.kind === 'unmentioned' && (written || state === 'rejected')) {
		const which = `Item ${item} (${evidence.keyOf(item)}, ${fate.why})`;
		return written
			? [`${which} was written`]
			: [`${which} is ${state}, and ${vendor} never said so`];
	}
	if (written && state !== 'unconfirmed') {
		return [`Item ${item} counts as ${state}, and ${vendor} wrote it`];
	}
	if (fate.kind === 'fine' && state === 'rejected') {
		return [`Item ${item} is rejected, and nothing is wrong with it`];
	}
	if (state === 'unconfirmed' && !isOpen(evidence, writes, item)) {
		return [`Item ${item} is unconfirmed, and every request with it was answered`];
	}
	return [];
}

/** Whether there is a reason not to know what became of an item. */
function isOpen(evidence: Evidence, writes: Writes, item: number): boolean {
	const { kind } = evidence.fateOf(item);
	if (kind !== 'fine' && kind !== 'spoilt' && kind !== 'repairable') return true;
	const key = evidence.keyOf(item) ?? '';
	const written = writes.get(item)?.some(({ callIndex }) => !wasAnswered(evidence, callIndex));
	return written === true || evidence.calls.some((call) => carries(call, item, key));
}

/** A request with this item, or with its record, whose answer was lost or spoilt. */
function carries(call: Evidence['calls'][number], item: number, key: string): boolean {
	if (isAnswered(call)) return false;
	return call.traceIds?.includes(String(item)) ?? call.recordIds?.includes(key) ?? false;
}
