import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import { isObject } from '../bulk/json';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import { isSameId, type SasList } from './list';
import { VENDOR } from './vendor';

/**
 * Reads a 2xx answer. SAS confirms a request as a whole: 200 with the definition of the list that was
 * written, and not a word about rows. So each record leaves as it was sent.
 * Source: https://developer.sas.com/rest-apis/listData/updateListContents
 */
export function readSuccess(answer: Answer, records: ReadonlyArray<BulkRecord<SasList>>): Reading {
	const { body, status } = answer;
	const list = records[0]?.group;
	if (list && status === 200 && isObject(body) && isSameId(list.id, body.id)) {
		const outcomes = records.map(({ json }) => ({
			state: 'written' as const,
			record: JSON.parse(json) as IDataObject,
		}));
		return { kind: 'settled', outcomes };
	}
	const message = `the answer is not the definition of this list (HTTP ${status})`;
	const reason = reasonFrom(VENDOR, answer, { code: 'UNREADABLE_ANSWER', message });
	return { kind: 'lost', reason: { ...reason, retryable: true } };
}
