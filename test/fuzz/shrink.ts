/** Makes a failing case small: fewer faults, fewer items, plainer options. */
import type { FuzzCase, PlannedFault, Slot } from './fuzzCase';

const TRIES = 400;

/** @param fails whether a smaller case still shows the same */
export async function shrink(
	found: FuzzCase,
	fails: (smaller: FuzzCase) => Promise<boolean>,
): Promise<FuzzCase> {
	let best = found;
	let tries = 0;
	const tried = new Set<string>();
	for (let smaller = true; smaller && tries < TRIES;) {
		smaller = false;
		for (const candidate of candidates(best)) {
			const text = JSON.stringify(candidate);
			if (tried.has(text)) continue;
			tried.add(text);
			if (++tries > TRIES) break;
			if (!(await fails(candidate))) continue;
			best = candidate;
			smaller = true;
			break;
		}
	}
	return best;
}

/** The boldest first. */
function* candidates(from: FuzzCase): Generator<FuzzCase> {
	const { cancelAtMs, ...uncancelled } = from;
	for (const faults of fewerFaults(from.faults)) yield { ...from, faults };
	for (const slots of fewerSlots(from.slots)) yield { ...from, slots };
	if (cancelAtMs !== undefined) yield uncancelled;
	if (from.expireBefore.length > 0) yield { ...from, expireBefore: [] };
	if (from.limits) yield { ...from, limits: false };
	if (from.latencyMs > 0 && cancelAtMs === undefined) yield { ...from, latencyMs: 0 };
	for (const name of Object.keys(from.options)) {
		if (name === 'onError') continue;
		const fewer = Object.entries(from.options).filter(([other]) => other !== name);
		yield { ...from, options: Object.fromEntries(fewer) as unknown as FuzzCase['options'] };
	}
}

function* fewerFaults(faults: readonly PlannedFault[]): Generator<PlannedFault[]> {
	for (const fault of faults) yield faults.filter((other) => other !== fault);
	for (const fault of faults) {
		const replaced = (by: Partial<PlannedFault>) =>
			faults.map((other) => (other === fault ? { ...fault, ...by } : other));
		if (fault.times > 1) yield replaced({ times: 1 });
		if (fault.from > 1) yield replaced({ from: fault.from - 1 });
	}
}

function* fewerSlots(slots: readonly Slot[]): Generator<Slot[]> {
	const least = slots.length > 24 ? slots.length / 8 : 1;
	for (let part = Math.ceil(slots.length / 2); part >= least; part = Math.floor(part / 2)) {
		for (let at = 0; at < slots.length; at += part) {
			yield [...slots.slice(0, at), ...slots.slice(at + part)];
		}
	}
}
