import { ask, type Asked } from './ask';
import type { BulkRecord } from './record';
import type { Comparison } from './stored';
import { ownReason, type Reason } from './outcome';
import { readPages } from './readPages';
import type { Run } from './run';

/** What is stored of a record, or that there is nothing to compare it with. */
export type Held = { readonly stored: unknown } | undefined;

/** Looks up what the vendor holds. */
export interface Comparer<G extends object> {
	/** Whether a look can still be of use for this group. */
	canLook(group: G): boolean;
	/** By position. What could not be read is not compared: it counts as different. */
	look(group: G, records: ReadonlyArray<BulkRecord<G>>): Promise<readonly Held[]>;
	/** Why records were sent without being compared, in words for people; undefined: none was. */
	remark(): string | undefined;
}

/** @param keysOf the keys of all the run's records in a group: only these are kept of pages */
export function createComparer<G extends object>(
	run: Run<G>,
	comparison: Comparison<G>,
	keysOf: (group: G) => ReadonlySet<string>,
): Comparer<G> {
	const closed = new Map<G, string | undefined>();
	const shelves = new Map<G, ReturnType<typeof readPages<G>>>();
	let remark: string | undefined;

	function give(group: G, problem: Reason, forGood: boolean): void {
		const why = `not everything could be compared: ${problem.message} (${problem.code})`;
		remark ??= why;
		if (forGood) closed.set(group, why);
	}

	async function lookUp(
		group: G,
		records: ReadonlyArray<BulkRecord<G>>,
	): Promise<Asked<readonly Held[]>> {
		const { lookUp: how } = comparison;
		if ('byBatch' in how) {
			const { byBatch } = how;
			const asked = await ask(run, byBatch.request(group, records), (answer) =>
				byBatch.read(answer, records),
			);
			if ('problem' in asked) return asked;
			return { value: records.map((_, position) => held(asked.value[position])) };
		}
		const known = shelves.get(group);
		const reading = known ?? readPages(run, how.pages, group, keysOf(group));
		if (!known) shelves.set(group, reading);
		const shelf = await reading;
		if ('problem' in shelf) return { ...shelf, closed: true };
		return { value: records.map(({ key }) => held(shelf.records.get(key))) };
	}

	return {
		canLook(group) {
			if (closed.has(group)) return false;
			const problem = comparison.problem?.(group);
			if (problem === undefined) return true;
			closed.set(group, problem);
			remark ??= `nothing was compared: ${problem}`;
			return false;
		},
		async look(group, records) {
			if (closed.has(group)) return [];
			try {
				const asked = await lookUp(group, records);
				if ('value' in asked) return asked.value;
				give(group, asked.problem, asked.closed);
			} catch (error) {
				// A bug in a vendor's reader must not lose items.
				const message = error instanceof Error ? error.message : String(error);
				give(group, ownReason('INTERNAL_ERROR', message), true);
			}
			return [];
		},
		remark: () => remark,
	};
}

const held = (stored: unknown): Held => (stored === undefined ? undefined : { stored });
