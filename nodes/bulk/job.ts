import type { INodeExecutionData } from 'n8n-workflow';
import { roomInBody } from './body';
import { createChunker, type Chunker } from './chunk';
import type { ErrorMode } from './emit';
import type { Ledger } from './ledger';
import { normalizer } from './normalize';
import type { LeftOut, Notebook } from './notes';
import type { BulkOperation } from './operation';
import type { Report } from './send';
import type { Settings } from './settings';

/** What a run works on, and where it says what became of it. */
export interface Job {
	readonly inputs: readonly INodeExecutionData[];
	readonly mode: ErrorMode;
	readonly ledger: Ledger;
	readonly leftOut: LeftOut;
}

/** Who hears about the items on their way to batches. */
interface Listeners {
	readonly notebook: Notebook;
	readonly report: Report;
	/** The item shares the outcome of an earlier one. */
	readonly share: (item: number, earlier: number) => void;
}

/** The way from the job's items to batches. */
export function chunkerOf<G extends object>(
	operation: BulkOperation<G>,
	{ inputs }: Job,
	settings: Pick<Settings, 'batchSize' | 'duplicates'>,
	{ notebook, report, share }: Listeners,
): Chunker<G> {
	const { limits, sharedKeys } = operation;
	return createChunker({
		count: inputs.length,
		maxRecords: Math.min(limits.records, settings.batchSize ?? limits.records),
		maxBytes: roomInBody(operation),
		duplicates: sharedKeys ? 'share' : settings.duplicates,
		toRecord: normalizer(operation, inputs, notebook),
		onShared: share,
		onRejected(item, reason) {
			report(item, { state: 'rejected', reason, attempts: 0 });
		},
	});
}
