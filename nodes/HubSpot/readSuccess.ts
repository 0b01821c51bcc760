import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import { asObject, isObject, objectsIn, textOf, textsIn, type JsonObject } from '../bulk/json';
import type { Answer, BulkRecord, Reading, Settled } from '../bulk/operation';
import type { Reason } from '../bulk/outcome';
import type { HubSpotGroup } from './group';
import { readComplaints } from './complaints';

/**
 * Reads a 2xx answer of a batch write. HubSpot lists what it wrote in `results`, in any order, and
 * what it did not in `errors` (from 2026-09 on also under HTTP 200). Records are matched by id, by the
 * value of the id property, or by trace id, never by position; what neither list mentions stays open.
 */
export function readSuccess(
	answer: Answer,
	records: ReadonlyArray<BulkRecord<HubSpotGroup>>,
): Reading {
	const { body } = answer;
	if (!isObject(body) || !Array.isArray(body.results)) {
		const words = { code: 'UNREADABLE_ANSWER', message: 'the answer has no list of results' };
		return { kind: 'lost', reason: { ...reasonFrom('HubSpot', answer, words), retryable: true } };
	}
	const find = recordFinder(records);
	const outcomes = new Array<Settled | undefined>(records.length).fill(undefined);
	const complete = body.status === 'COMPLETE';
	for (const result of objectsIn(body.results)) {
		const position = find.byResult(result);
		if (position === undefined) continue;
		outcomes[position] = complete
			? { state: 'written', record: simplified(result) }
			: { state: 'unconfirmed', reason: notComplete(answer, body.status) };
	}
	let unassigned: Reason | undefined;
	for (const error of objectsIn(body.errors)) {
		const reason = reasonOfError(answer, error);
		const positions = find.byError(error);
		if (positions.size === 0) unassigned ??= reason;
		for (const position of positions) {
			const listed = outcomes[position];
			// Listed as written and as failed: nobody can tell.
			if (listed?.state === 'written') outcomes[position] = { state: 'unconfirmed', reason };
			else outcomes[position] = listed ?? { state: 'rejected', reason };
		}
	}
	return { kind: 'settled', outcomes: unassigned ? explained(outcomes, unassigned) : outcomes };
}

/** An error that names no record may be about any record the answer leaves out. */
function explained(outcomes: ReadonlyArray<Settled | undefined>, error: Reason): Settled[] {
	const message = `the answer does not mention this record, but has an error for a record it does not name: ${error.message}`;
	return outcomes.map(
		(outcome) => outcome ?? { state: 'unconfirmed', reason: { ...error, message } },
	);
}

function recordFinder(records: ReadonlyArray<BulkRecord<HubSpotGroup>>) {
	const idProperty = records[0]?.group.idProperty;
	const byKey = new Map(records.map(({ key }, position) => [key, position]));
	const byTrace = new Map(records.map(({ item }, position) => [String(item), position]));
	const keyOf = (id: string) => (idProperty === undefined ? id : id.toLowerCase());
	/** By the value sent for the id property: a new one where the item changes it. */
	const sentValues = new Map(
		idProperty === undefined
			? []
			: records.map(({ json, key }, position) => [sentValue(json, idProperty) ?? key, position]),
	);
	const bySentValue = (value: string) => sentValues.get(keyOf(value));
	return {
		byResult(result: JsonObject): number | undefined {
			if (idProperty === undefined) return byKey.get(textOf(result.id) ?? '');
			const value = propertyOf(result, idProperty);
			const position = typeof value === 'string' ? bySentValue(value) : undefined;
			return position ?? byTrace.get(textOf(result.objectWriteTraceId) ?? '');
		},
		byError({ context }: JsonObject): Set<number> {
			const named = isObject(context) ? context : {};
			const positions = [
				...textsIn(named.ids).map((text) => byKey.get(keyOf(text))),
				...textsIn(named.objectWriteTraceId).map((trace) => byTrace.get(trace)),
			];
			return new Set(positions.filter((position) => position !== undefined));
		},
	};
}

function sentValue(json: string, idProperty: string): string | undefined {
	const value = propertyOf(asObject(JSON.parse(json)), idProperty);
	return typeof value === 'string' ? value.toLowerCase() : undefined;
}

function propertyOf({ properties }: JsonObject, name: string): unknown {
	return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** HubSpot's record without what n8n users have no use for (trace ids, histories). */
function simplified(result: JsonObject): IDataObject {
	const record: IDataObject = {};
	for (const name of ['id', 'properties', 'createdAt', 'updatedAt', 'archived', 'url']) {
		if (result[name] !== undefined) record[name] = result[name];
	}
	return record;
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

function reasonOfError(answer: Answer, error: JsonObject): Reason {
	const [complaint] = readComplaints(error);
	const category = textOf(error.category);
	const message = textOf(error.message);
	return {
		...reasonFrom('HubSpot', answer, {
			...(category !== undefined && { code: category }),
			...(message !== undefined && { message }),
			...complaint,
		}),
		...(complaint?.field !== undefined && { field: complaint.field }),
	};
}
