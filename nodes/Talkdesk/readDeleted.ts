import type { IDataObject } from 'n8n-workflow';
import { reasonFrom } from '../bulk/interpret';
import type { Answer, Reading, Settled } from '../bulk/reading';
import type { BulkRecord } from '../bulk/record';
import type { Reason } from '../bulk/outcome';
import { NO_REASON, readDeleteReport, type DeleteReport } from './deleteReport';
import type { TalkdeskGroup } from './recordList';
import { VENDOR } from './vendor';

/**
 * Reads a 2xx. 202 has no body and says that the records go in a few seconds. 200 counts what was
 * deleted and names what was not: whoever is not named is gone, if the counts agree with that.
 *
 * Source: https://docs.talkdesk.com/reference/delete-a-record
 */
export function readDeleted(
	answer: Answer,
	records: ReadonlyArray<BulkRecord<TalkdeskGroup>>,
): Reading {
	if (answer.status === 202 && answer.body === undefined) {
		return { kind: 'settled', outcomes: records.map((record) => as('accepted', record)) };
	}
	const report = readDeleteReport(answer.body);
	if (report === undefined) return { kind: 'lost', reason: ours(answer, NO_REPORT) };
	const named = records.filter(({ key }) => report.failures.has(key)).length;
	const ofNamed = named === 0 ? 'rejected' : stateOfNamed(report, records.length, named);
	const ofOthers = stateOfOthers(report, records.length, named);
	return {
		kind: 'settled',
		outcomes: records.map((record) => {
			const code = report.failures.get(record.key);
			if (code !== undefined) return { state: ofNamed, reason: refused(answer, code) };
			switch (ofOthers) {
				case 'written':
					return as('written', record);
				case 'rejected':
					return { state: 'rejected', reason: refused(answer, NO_REASON) };
				case 'unconfirmed':
					return { state: 'unconfirmed', reason: ours(answer, UNNAMED) };
			}
		}),
	};
}

/** Those the answer names as failed are so, unless its counts deny it. */
function stateOfNamed({ hasErrors, failed, deleted }: DeleteReport, sent: number, named: number) {
	const counted = (failed ?? named) >= named || deleted === sent - named;
	return hasErrors !== false && counted ? 'rejected' : 'unconfirmed';
}

function stateOfOthers({ hasErrors, failed, deleted }: DeleteReport, sent: number, named: number) {
	if (deleted === 0 && (failed ?? 0) >= sent) return 'rejected';
	const unnamed = (failed ?? named) > named || (hasErrors === true && named === 0);
	if (unnamed || (deleted ?? sent) < sent - named) return 'unconfirmed';
	// Something has to say that it went well: an answer that counts nothing does not.
	const said = deleted !== undefined || failed !== undefined || hasErrors !== undefined;
	return said ? 'written' : 'unconfirmed';
}

/** Talkdesk returns nothing of a deleted record: it leaves as it was named. */
function as(state: 'written' | 'accepted', { json }: BulkRecord<TalkdeskGroup>): Settled {
	return { state, record: JSON.parse(json) as IDataObject };
}

/** The groups of `reason` in the samples. */
const WORDS: ReadonlyMap<string, string> = new Map([
	['record_not_found', 'the list has no such record'],
	['bad_request_param', 'Talkdesk does not take this identifier'],
	[NO_REASON, 'Talkdesk gives no reason'],
]);

function refused(answer: Answer, code: string): Reason {
	return reasonFrom(VENDOR, answer, { code, message: WORDS.get(code) ?? code });
}

type Words = Readonly<Pick<Reason, 'code' | 'message'>>;

const NO_REPORT: Words = {
	code: 'UNREADABLE_ANSWER',
	message: 'the answer is no report of a bulk delete',
};
const UNNAMED: Words = {
	code: 'TOTALS_CONTRADICT',
	message: 'the answer does not say which of the records were deleted',
};

function ours(answer: Answer, words: Words): Reason {
	return { ...reasonFrom(VENDOR, answer, words), reportedBy: 'node', retryable: true };
}
