import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import type { JsonObject } from '../bulk/json';
import type { Answer, Reading, Settled } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Reason } from '../bulk/outcome';
import { claimsOf, type Claim, type Claims, type Matcher } from './claims';
import { readRecordErrors } from './recordErrors';
import type { TalkdeskGroup } from './recordList';
import { readReport } from './recordReport';

/**
 * Makes the reader of a 200 or 201, which Talkdesk sends also when everything failed. A record is written when each of
 * its operations is listed without errors and the totals do not deny it, or when everything sent is
 * counted as carried out and it is listed; it is rejected when each is
 * listed with errors. All else is open: one of two operations carried out, one not mentioned, totals
 * that contradict the list.
 */
export function successReader(match: Matcher<BulkRecord<TalkdeskGroup>>) {
	return (answer: Answer, records: ReadonlyArray<BulkRecord<TalkdeskGroup>>): Reading =>
		readSuccess(answer, records, match);
}

function readSuccess(
	answer: Answer,
	records: ReadonlyArray<BulkRecord<TalkdeskGroup>>,
	match: Matcher<BulkRecord<TalkdeskGroup>>,
): Reading {
	const report = readReport(answer.body);
	if (report === undefined) {
		return { kind: 'lost', reason: ours(answer, NO_RECORDS) };
	}
	const { claims, doubtful, allDone } = claimsOf(report, records, match);
	return {
		kind: 'settled',
		outcomes: claims.map((claim) =>
			settle(answer, allDone ? { ...claim, operations: 1 } : claim, doubtful),
		),
	};
}

function settle(
	answer: Answer,
	{ operations, unclear, done, refused }: Claim,
	doubtful: Claims['doubtful'],
): Settled | undefined {
	const record = done.at(-1);
	const [errors] = refused;
	if (errors !== undefined) {
		const reason = refusalOf(answer, errors);
		const open = unclear
			? 'also lists it in a way that says neither yes nor no'
			: whatIsOpen(done.length, operations - refused.length, doubtful.refused);
		if (open === undefined) return { state: 'rejected', reason };
		const message = `the answer has an error for this record, but ${open}: ${reason.message}`;
		return { state: 'unconfirmed', reason: { ...reason, message } };
	}
	if (record === undefined) return undefined;
	if (done.length < operations) return { state: 'unconfirmed', reason: ours(answer, PARTLY) };
	if (doubtful.done) return { state: 'unconfirmed', reason: ours(answer, CONTRADICTION) };
	return { state: 'written', record: simplified(record) };
}

/** Why a record with an error may have been written all the same. */
function whatIsOpen(done: number, notRefused: number, doubtful: boolean): string | undefined {
	if (done > 0) return 'also lists it, or a part of it, as written';
	if (notRefused > 0) return 'mentions only one of its two operations';
	return doubtful ? 'its totals say otherwise' : undefined;
}

function refusalOf(answer: Answer, errors: readonly string[]): Reason {
	const { field, ...words } = readRecordErrors(errors);
	return { ...reasonFrom('Talkdesk', answer, words), ...(field !== undefined && { field }) };
}

type Words = Readonly<Pick<Reason, 'code' | 'message'>>;

const NO_RECORDS: Words = {
	code: 'UNREADABLE_ANSWER',
	message: 'the answer has no list of records',
};
const PARTLY: Words = {
	code: 'PARTLY_IN_ANSWER',
	message: 'the answer mentions only one of the two operations for this record',
};
const CONTRADICTION: Words = {
	code: 'TOTALS_CONTRADICT',
	message: 'the answer lists this record as written, but its totals do not agree with its list',
};

function ours(answer: Answer, words: Words): Reason {
	return { ...reasonFrom('Talkdesk', answer, words), reportedBy: 'node', retryable: true };
}

/** Talkdesk's record without its links. */
function simplified({ _links, errors: _none, ...record }: JsonObject): IDataObject {
	return record as IDataObject;
}
