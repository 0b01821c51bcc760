import { reasonFrom } from '../bulk/interpret';
import { isObject } from '../bulk/json';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { BrevoGroup } from './group';
import { asSent, followProcess, type Show } from './process';
import { VENDOR } from './vendor';

/**
 * Reads a 2xx answer of a batch: `{ processId, message }`. It says that the envelope was taken,
 * not that anything is written.
 * Source: https://developers.brevo.com/reference/custom-objects/upsertrecords
 *
 * @param show what leaves as a record, by its JSON: as it was sent, if not said
 */
export function acceptanceReader(waitForCompletion: boolean, show: Show = asSent) {
	return (answer: Answer, records: ReadonlyArray<BulkRecord<BrevoGroup>>): Reading => {
		const processId = readProcessId(answer.body);
		if (processId === undefined) {
			const words = { code: 'UNREADABLE_ANSWER', message: 'the answer has no processId' };
			return { kind: 'lost', reason: { ...reasonFrom(VENDOR, answer, words), retryable: true } };
		}
		if (waitForCompletion)
			return { kind: 'pending', followUp: followProcess(processId, records, show) };
		const outcomes = records.map((record) => ({
			state: 'accepted' as const,
			record: { ...show(record.json), processId },
		}));
		return { kind: 'settled', outcomes };
	};
}

/** Beyond 2^53 the number read is not the one sent: nobody could ask for that process. */
function readProcessId(body: unknown): number | undefined {
	const id = isObject(body) ? body.processId : undefined;
	return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
