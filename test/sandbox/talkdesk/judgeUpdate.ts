import type { JsonObject } from '../json';
import { fieldError, type RecordError } from './fieldErrors';
import type { Operation } from './readOperations';
import type { Phone, RecordData } from './record';
import type { RecordList } from './recordList';
import type { TalkdeskSwitches } from './switches';

/** A code, and the sentence the vendor's sample has instead of it, if there is one. */
export interface Problem {
	code: RecordError;
	sentence?: string;
}

export interface Judged {
	problems: Problem[];
	/** The members that may be set. */
	good: JsonObject;
}

const REPLACEABLE = new Set([
	'extra_data',
	'priority',
	'phone_numbers',
	'first_name',
	'last_name',
	'timezone',
]);

const BAD_PRIORITY = 'Priority must be a value between 1 and 10';
export const NOT_IN_LIST: Problem = {
	code: 'OTHER',
	sentence: 'record not child of record_list',
};

/** Everything that can be said about an operation without knowing the record. */
export function judgeUpdate({ op, value }: Operation, switches: TalkdeskSwitches): Judged {
	const problems: Problem[] = [];
	const good: JsonObject = {};
	const members = Object.keys(value);
	if (members.length === 0 && switches.emptyValue === 'refuse') {
		problems.push({ code: 'REQUIRED_FIELDS' });
	}
	for (const member of members) {
		const allowed = op === 'add' ? member === 'extra_data' : REPLACEABLE.has(member);
		const code = allowed ? fieldError(member, value[member], switches) : 'OTHER';
		if (code === undefined) good[member] = value[member];
		else problems.push(problemOf(code, allowed ? undefined : `${member} cannot be changed here`));
	}
	return { problems, good };
}

function problemOf(code: RecordError, sentence: string | undefined): Problem {
	if (sentence !== undefined) return { code, sentence };
	return code === 'PRIORITY_INVALID' ? { code, sentence: BAD_PRIORITY } : { code };
}

/** Whether a list deduped by phone number has one of these with another record. */
export function phoneIsTaken(list: RecordList, phones: unknown, id: string | undefined): boolean {
	if (list.uniqueIdentifierType !== 'PHONE_NUMBER' || phones === undefined) return false;
	return (phones as Phone[]).some(({ phone_number }) => list.phones.isTaken(phone_number, id));
}

/** The record with the members set; extra_data is merged or replaced as the switches say. */
export function changed(
	data: RecordData,
	op: Operation['op'],
	good: JsonObject,
	switches: TalkdeskSwitches,
): RecordData {
	const next = { ...data, ...good } as RecordData;
	const { extra_data } = good as { extra_data?: JsonObject };
	const way = op === 'add' ? switches.addExtraData : switches.replaceExtraData;
	if (extra_data === undefined || way === 'substitute') return next;
	return { ...next, extra_data: { ...data.extra_data, ...extra_data } };
}

export function wordsOf(problems: readonly Problem[], switches: TalkdeskSwitches): string[] {
	return problems.map(({ code, sentence }) =>
		switches.updateErrorWords === 'sentences' ? (sentence ?? code) : code,
	);
}
