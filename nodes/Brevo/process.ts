import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import { isObject, textOf } from '../bulk/json';
import type { Answer, FollowUp } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { BrevoGroup } from './group';
import { VENDOR } from './vendor';

/**
 * How to learn what became of an accepted batch. `completed`, `failed` and `cancelled` are final, all
 * other statuses mean that it is still running: Brevo has added some over time. A process that failed
 * does not say which of its records were written.
 * Source: https://developers.brevo.com/reference/get-process
 */
export function followProcess(
	processId: number,
	records: ReadonlyArray<BulkRecord<BrevoGroup>>,
	show: Show = asSent,
): FollowUp {
	return {
		name: `process ${processId}`,
		request: { method: 'GET', path: `/processes/${encodeURIComponent(processId)}` },
		read(answer) {
			const { body } = answer;
			// An answer about another process says nothing about this one.
			if (!isObject(body) || String(body.id) !== String(processId)) return undefined;
			const status = textOf(body.status)?.toLowerCase();
			if (status === 'completed') {
				const outcomes = records.map((record) => ({
					state: 'written' as const,
					record: { ...show(record.json), processId },
				}));
				return { kind: 'settled', outcomes };
			}
			if (status !== 'failed' && status !== 'cancelled') return undefined;
			const reason = endedEarly(answer, processId, status);
			return { kind: 'settled', outcomes: records.map(() => ({ state: 'unconfirmed', reason })) };
		},
	};
}

/** What leaves as a record, by the JSON that was sent: Brevo returns none. */
export type Show = (json: string) => IDataObject;

export const asSent: Show = (json) => JSON.parse(json) as IDataObject;

function endedEarly(answer: Answer, processId: number, status: 'failed' | 'cancelled') {
	const words = {
		code: `PROCESS_${status.toUpperCase()}`,
		message: `process ${processId} has ended as ${status}; ${VENDOR} does not say what it had done by then`,
	};
	const { httpStatus: _httpStatus, ...reason } = reasonFrom(VENDOR, answer, words);
	return { ...reason, retryable: true };
}
