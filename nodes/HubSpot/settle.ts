import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import { isObject, objectsIn, textOf, textsIn, type JsonObject } from '../bulk/json';
import type { Answer, Reading, Settled } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Reason } from '../bulk/outcome';
import { readComplaints } from './complaints';
import type { HubSpotGroup } from './group';

export type HubSpotRecords = ReadonlyArray<BulkRecord<HubSpotGroup>>;

/**
 * Finds the result that belongs to each record, by position.
 *
 * @param failed positions that the answer's errors name
 */
export type Match = (
	results: readonly JsonObject[],
	records: HubSpotRecords,
	failed: ReadonlySet<number>,
) => ReadonlyMap<number, JsonObject>;

/**
 * Reads a 2xx answer of a batch call. HubSpot lists what it did in `results`, in any order, and what
 * it did not in `errors` (from 2026-09 on also under HTTP 200). What neither list mentions stays open.
 */
export function settle(answer: Answer, records: HubSpotRecords, match: Match): Reading {
	const { body } = answer;
	if (!isObject(body) || !Array.isArray(body.results)) {
		const words = { code: 'UNREADABLE_ANSWER', message: 'the answer has no list of results' };
		return { kind: 'lost', reason: { ...reasonFrom('HubSpot', answer, words), retryable: true } };
	}
	const { failures, unassigned } = readErrors(answer, records);
	const matched = match(objectsIn(body.results), records, new Set(failures.keys()));
	const complete = body.status === 'COMPLETE';
	const outcomes = records.map((_, position): Settled | undefined => {
		const result = matched.get(position);
		const reason = failures.get(position);
		if (result === undefined) return reason && { state: 'rejected', reason };
		if (!complete) return { state: 'unconfirmed', reason: notComplete(answer, body.status) };
		// Listed as written and as failed: nobody can tell.
		if (reason !== undefined) return { state: 'unconfirmed', reason };
		return { state: 'written', record: simplified(result) };
	});
	return { kind: 'settled', outcomes: unassigned ? explained(outcomes, unassigned) : outcomes };
}

interface Errors {
	/** By position. */
	readonly failures: ReadonlyMap<number, Reason>;
	/** The first error that names no record. */
	readonly unassigned: Reason | undefined;
}

/** Reads the `errors` of an answer; they name records by id or by trace id. */
export function readErrors(answer: Answer, records: HubSpotRecords): Errors {
	const errors = objectsIn(isObject(answer.body) ? answer.body.errors : undefined);
	if (errors.length === 0) return { failures: new Map(), unassigned: undefined };
	const idProperty = records[0]?.group.idProperty;
	const byKey = new Map(records.map(({ key }, position) => [key, position]));
	const byTrace = new Map(records.map(({ item }, position) => [String(item), position]));
	const failures = new Map<number, Reason>();
	let unassigned: Reason | undefined;
	for (const error of errors) {
		const named = isObject(error.context) ? error.context : {};
		const positions = [
			...textsIn(named.ids).map((id) =>
				byKey.get(idProperty === undefined ? id : id.toLowerCase()),
			),
			...textsIn(named.objectWriteTraceId).map((trace) => byTrace.get(trace)),
		].filter((position) => position !== undefined);
		const reason = reasonOf(answer, error);
		if (positions.length === 0) unassigned ??= reason;
		for (const position of positions) {
			if (!failures.has(position)) failures.set(position, reason);
		}
	}
	return { failures, unassigned };
}

/** An error that names no record may be about any record the answer leaves out. */
function explained(outcomes: ReadonlyArray<Settled | undefined>, error: Reason): Settled[] {
	const message = `the answer does not mention this record, but has an error for a record it does not name: ${error.message}`;
	return outcomes.map(
		(outcome) => outcome ?? { state: 'unconfirmed', reason: { ...error, message } },
	);
}

const SHOWN = new Set([
	'id',
	'new',
	'properties',
	'createdAt',
	'updatedAt',
	'archived',
	'archivedAt',
	'url',
]);

/** HubSpot's record without what n8n users have no use for (trace ids, histories). */
export function simplified(result: JsonObject): IDataObject {
	const names = Object.keys(result);
	// Mostly there is nothing to leave out, and no reason to copy.
	if (names.every((name) => SHOWN.has(name))) return result as IDataObject;
	const shown = names.filter((name) => SHOWN.has(name));
	return Object.fromEntries(shown.map((name) => [name, result[name]])) as IDataObject;
}

function notComplete(answer: Answer, status: unknown): Reason {
	const found = textOf(status) ?? 'missing';
	return {
		...reasonFrom('HubSpot', answer, {
			code: 'NOT_COMPLETE',
			message: `the batch's status is ${found} instead of COMPLETE`,
		}),
		retryable: true,
	};
}

function reasonOf(answer: Answer, error: JsonObject): Reason {
	const [complaint] = readComplaints(error);
	const category = textOf(error.category);
	const message = withExistingId(error);
	return {
		...reasonFrom('HubSpot', answer, {
			...(category !== undefined && { code: category }),
			...(message !== undefined && { message }),
			...complaint,
		}),
		...(complaint?.field !== undefined && { field: complaint.field }),
	};
}

/** Which record owns the e-mail is what a user wants to know of a conflict. */
function withExistingId({ message, context }: JsonObject): string | undefined {
	const text = textOf(message);
	const [existing] = textsIn(isObject(context) ? context.existingId : undefined);
	if (text === undefined || existing === undefined || text.includes(existing)) return text;
	return `${text}. Existing ID: ${existing}`;
}
