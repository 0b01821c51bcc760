import type { INodeExecutionData } from 'n8n-workflow';
import { roomInBody } from './body';
import { createChunker, type Chunker } from './chunk';
import type { ErrorMode } from './emit';
import type { Ledger } from './ledger';
import { normalizer } from './normalize';
import type { LeftOut, Notebook } from './notes';
import type { BulkOperation } from './operation';
import type { PackLimits } from './pack';
import type { Report } from './send';
import type { Settings } from './settings';

/** What a run works on, and where it says what became of it. */
export interface Job {
	readonly inputs: readonly INodeExecutionData[];
	readonly mode: ErrorMode;
	readonly ledger: Ledger;
	readonly leftOut: LeftOut;
}

/** What a request of this run holds at most. */
export function packLimits<G extends object>(
	operation: BulkOperation<G>,
	{ batchSize }: Pick<Settings, 'batchSize'>,
): PackLimits {
	const { records } = operation.limits;
	return {
		maxRecords: Math.min(records, batchSize ?? records),
		maxBytes: roomInBody(operation),
	};
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
	return createChunker({
		...packLimits(operation, settings),
		count: inputs.length,
		duplicates: operation.sharedKeys ? 'share' : settings.duplicates,
		toRecord: normalizer(operation, inputs, notebook),
		onShared: share,
		onRejected(item, reason) {
			report(item, { state: 'rejected', reason, attempts: 0 });
		},
	});
}
