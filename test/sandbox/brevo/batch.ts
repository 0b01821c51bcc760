import type { Origin, StoredRecord } from './store';
import type { UpsertRecord } from './upsertRecord';
import type { ObjectCall } from './world';

/** One batch while it is processed. */
export interface Batch {
	readonly call: ObjectCall;
	readonly at: number;
	readonly processId: number;
	/** Records this batch made, which its own links may not find yet. */
	readonly created: Set<StoredRecord>;
}

export function originOf({ call, processId }: Batch, { position }: UpsertRecord): Origin {
	return { processId, callIndex: call.request.callIndex, position };
}

/** Notes what Brevo swallows. */
export function drop(
	batch: Batch,
	record: UpsertRecord,
	what: 'record' | 'value' | 'link',
	reason: string,
): void {
	const { store } = batch.call.world;
	if (!store.keepWrites) return;
	const key = record.id ?? record.extId;
	store.logDrop({ ...originOf(batch, record), type: batch.call.type.name, key, what, reason });
}
