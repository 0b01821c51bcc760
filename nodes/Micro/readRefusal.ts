import { reasonFrom } from '../bulk/interpret';
import { asObject, objectsIn, textOf, type JsonObject } from '../bulk/json';
import type { Answer, Reading } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Reason } from '../bulk/outcome';
import { readReason } from './readReason';
import { VENDOR } from './vendor';

/** The idempotency key cannot be used: nothing was done under it for this request. */
const UNUSABLE_KEY = new Set(['idempotency_key_mismatch', 'idempotency_key_stale']);

/**
 * Reads an answer that refused a whole request: 400, 409, 412, 413, 422. Nothing of it was written.
 * Source: https://docs.micro.so/guides/errors
 */
export function readRefusal(answer: Answer, records: ReadonlyArray<BulkRecord<object>>): Reading {
	const words = readReason(answer);
	const spoken = reasonFrom(VENDOR, answer, words);
	if (answer.status === 409) {
		const kind = UNUSABLE_KEY.has(words.code ?? '') ? 'rekey' : 'busy';
		return { kind, reason: { ...spoken, retryable: true } };
	}
	const complaints = objectsIn(asObject(asObject(answer.body).error).errors).map((error) =>
		readComplaint(answer, spoken, error),
	);
	const [first] = complaints;
	// A header, the address or an option is at fault, which all requests have alike: halving cannot help.
	if (first && complaints.every(({ aboutRecords }) => !aboutRecords)) {
		return { kind: 'fatal', reason: first.reason };
	}
	return {
		kind: 'refused',
		refusal: {
			reason: first?.reason ?? spoken,
			complaints: complaints.map(({ reason }) => reason),
			culprits: complaints.flatMap(({ position, reason }) =>
				position !== undefined && position < records.length ? [{ position, reason }] : [],
			),
		},
	};
}

interface Complaint {
	readonly reason: Reason;
	/** Of the record in the batch, where the complaint is about one. */
	readonly position?: number;
	readonly aboutRecords: boolean;
}

/** Source: `errors[]` of https://docs.micro.so/guides/errors, field `.body.items[3].default.email` */
function readComplaint(answer: Answer, spoken: Reason, error: JsonObject): Complaint {
	const place = textOf(error.field) ?? '';
	const [, index, inItem] = /^\.body\.(?:items|ids|objects)\[(\d+)\](.*)$/.exec(place) ?? [];
	const field = inItem?.split('.').at(-1);
	const code = textOf(error.code) ?? spoken.code;
	const said = textOf(error.message) ?? spoken.message;
	const message = index === undefined && place !== '' ? `${said} (${place})` : said;
	return {
		reason: { ...reasonFrom(VENDOR, answer, { code, message }), ...(field && { field }) },
		...(index !== undefined && { position: Number(index) }),
		aboutRecords: /^(\.body(\.(items|ids|objects)\b.*)?)?$/.test(place),
	};
}
