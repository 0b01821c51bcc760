import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import { asObject, isObject, textOf, type JsonObject } from '../bulk/json';
import type { Answer, Reading, Settled } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import { matchResults } from './matchResults';
import { readReason } from './readReason';
import { readUuid } from './uuid';
import { VENDOR } from './vendor';

/**
 * Reads a 2xx answer. Micro answers 200 even when every record failed: `results[].status` alone
 * decides. What no entry is about stays open, and so does what two entries are about.
 * Source: https://docs.micro.so/api/go/resources/prism/subresources/objects/subresources/contacts/methods/bulk_update
 */
export function readSuccess(answer: Answer, records: ReadonlyArray<BulkRecord<object>>): Reading {
	const { results, summary } = asObject(answer.body);
	if (!Array.isArray(results)) {
		const words = { code: 'UNREADABLE_ANSWER', message: 'the answer has no list of results' };
		return { kind: 'lost', reason: { ...reasonFrom(VENDOR, answer, words), retryable: true } };
	}
	const entries = matchResults(records, results, asObject(summary));
	return {
		kind: 'settled',
		outcomes: records.map((record, position) => {
			const [entry, another] = entries[position] ?? [];
			if (entry === undefined) return undefined;
			return another === undefined ? outcomeOf(answer, record, entry) : contradictory(answer);
		}),
	};
}

function outcomeOf(
	answer: Answer,
	{ key, json }: BulkRecord<object>,
	{ status, record, error }: JsonObject,
): Settled {
	if (status === 'error') {
		const { code = 'REFUSED', message = 'Micro gives no reason' } = readReason({
			status: answer.status,
			body: { error },
		});
		return { state: 'rejected', reason: reasonFrom(VENDOR, answer, { code, message }) };
	}
	if (status !== 'ok') return unconfirmed(answer, 'UNKNOWN_STATUS', statusSentence(status));
	if (!isObject(record)) return { state: 'written', record: asSent(key, json) };
	if (readUuid(record.id) !== key) return contradictory(answer);
	return { state: 'written', record: simplified(record) };
}

/** What was sent where the answer has no record; of a record that was deleted, its ID. */
function asSent(id: string, json: string): IDataObject {
	const sent: unknown = JSON.parse(json);
	return isObject(sent) ? (sent as IDataObject) : { id };
}

/** May hold only some of the properties; the e-mail as Micro normalised it. */
function simplified(record: JsonObject): IDataObject {
	const shown = Object.entries(record).filter(([name]) => SHOWN.has(name));
	return Object.fromEntries(shown) as IDataObject;
}

const SHOWN = new Set(['id', 'default', 'list']);

function contradictory(answer: Answer): Settled {
	const message = 'the answer contradicts itself about this record';
	return unconfirmed(answer, 'CONTRADICTORY_ANSWER', message);
}

function statusSentence(status: unknown): string {
	return `the record's status is ${textOf(status) ?? 'missing'} instead of ok or error`;
}

function unconfirmed(answer: Answer, code: string, message: string): Settled {
	const reason = reasonFrom(VENDOR, answer, { code, message });
	return { state: 'unconfirmed', reason: { ...reason, retryable: true } };
}
