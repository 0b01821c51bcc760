import type { IDataObject } from 'n8n-workflow';
import type { Chunker } from './chunk';
import { createComparer } from './compare';
import { packLimits, type Job } from './job';
import { normalizer } from './normalize';
import { isRejection } from './record';
import type { Run } from './run';
import type { Settings } from './settings';
import { createSieve, type Sieve, type Source } from './sieve';

/** Where a run's batches come from, and what there is to say about comparing. */
export interface Sifting<G extends object> {
	readonly source: Source<G>;
	/** Undefined where everything is sent as it is. */
	readonly sieve?: Sieve<G>;
	readonly remarks: () => string[];
}

/** Puts a sieve behind the chunker where the user wants only differences sent and the vendor allows it. */
export function siftingOf<G extends object>(
	run: Run<G>,
	job: Job,
	settings: Settings,
	chunker: Chunker<G>,
	onUnchanged: (item: number, stored: IDataObject) => void,
): Sifting<G> {
	const { comparison } = run.operation;
	if (!settings.skipUnchanged || !comparison) return { source: chunker, remarks: () => [] };
	let keys: ReadonlyMap<G, ReadonlySet<string>> | undefined;
	const comparer = createComparer(run, comparison, (group) => {
		keys ??= allKeys(run, job);
		return keys.get(group) ?? new Set<string>();
	});
	const limits = packLimits(run.operation, settings);
	const sieve = createSieve(chunker, { ...limits, comparison, comparer, onUnchanged });
	return {
		source: sieve,
		sieve,
		remarks() {
			const remark = comparer.remark();
			// What ended the run is in the items that were not sent.
			return remark === undefined || run.ended() ? [] : [`Skip Unchanged: ${remark}`];
		},
	};
}

/** The keys of all items that can be sent: a look ahead over the whole input. */
function allKeys<G extends object>(
	{ operation }: Run<G>,
	{ inputs }: Job,
): ReadonlyMap<G, ReadonlySet<string>> {
	const silent = { changed: () => undefined, ignored: () => undefined };
	const toRecord = normalizer(operation, inputs, { page: () => silent });
	const keys = new Map<G, Set<string>>();
	for (let item = 0; item < inputs.length; item++) {
		const drafts = toRecord(item);
		if (isRejection(drafts)) continue;
		const { group, key } = 'json' in drafts ? drafts : drafts[0];
		keys.set(group, (keys.get(group) ?? new Set<string>()).add(key));
	}
	return keys;
}
