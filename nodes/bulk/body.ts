import type { BulkOperation } from './operation';
import type { BulkRecord } from './record';

/**
 * The one body of a batch: measured, sent, repeated and shown in a preview are the same bytes (law 7).
 */
export function bodyOf<G extends object>(
	{ envelope: { head, tail } }: Pick<BulkOperation<G>, 'envelope'>,
	records: ReadonlyArray<BulkRecord<G>>,
): Buffer {
	return Buffer.from(head + records.map(({ json }) => json).join(',') + tail);
}

/** Bytes that the records and their separators may take. */
export function roomInBody<G extends object>({
	limits,
	envelope: { head, tail },
}: Pick<BulkOperation<G>, 'limits' | 'envelope'>): number {
	return limits.bytes - Buffer.byteLength(head + tail);
}
