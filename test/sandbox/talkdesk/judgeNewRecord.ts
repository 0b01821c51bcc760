import type { JsonObject } from '../json';
import { fieldError, isPhone, type RecordError } from './fieldErrors';
import { phoneIsTaken } from './judgeUpdate';
import type { Phone, RecordData } from './record';
import { externalKey, type RecordList } from './recordList';
import type { TalkdeskSwitches } from './switches';
import { timezoneOf } from './timezones';

/** Given by the API to records without one, though nobody can set it. */
const API_PRIORITY = 11;

const KNOWN = new Set([
	'first_name',
	'last_name',
	'phone_numbers',
	'phone_number',
	'timezone',
	'priority',
	'extra_data',
	'external_provider',
	'external_id',
	'external_url',
	'sync_external_id',
]);

/** The record a client asks for, or what is wrong with it. The same in bulk and alone. */
export function judgeNewRecord(
	given: JsonObject,
	list: RecordList,
	switches: TalkdeskSwitches,
): { data: RecordData } | { errors: RecordError[] } {
	const errors = new Set<RecordError>();
	const check = (field: string, value: unknown): void => {
		const error = fieldError(field, value, switches);
		if (error !== undefined) errors.add(error);
	};
	const phones = phonesOf(given, switches);
	check('first_name', given['first_name']);
	check('last_name', given['last_name']);
	check('phone_numbers', phones);
	if (given['priority'] !== undefined) check('priority', given['priority']);
	if (given['extra_data'] !== undefined) check('extra_data', given['extra_data']);
	for (const field of Object.keys(given)) if (!KNOWN.has(field)) errors.add('OTHER');
	for (const field of ['external_provider', 'external_id', 'external_url'] as const) {
		if (given[field] !== undefined && typeof given[field] !== 'string') errors.add('OTHER');
	}
	const timezone = given['timezone'] === undefined ? derived(phones, switches) : given['timezone'];
	if (given['timezone'] !== undefined || switches.missingTimezone === 'missing') {
		check('timezone', timezone);
	} else if (timezone === undefined && isUnmatched(phones)) {
		errors.add('TIMEZONE_UNMATCHED');
	}
	if (!hasPhoneError(errors) && phoneIsTaken(list, phones, undefined)) {
		errors.add('PHONE_NUMBER_NOT_UNIQUE');
	}
	checkReference(given, list, errors);
	if (errors.size > 0) return { errors: [...errors] };
	const { phone_number, ...rest } = given;
	void phone_number;
	return {
		data: {
			priority: API_PRIORITY,
			extra_data: {},
			...rest,
			phone_numbers: phones,
			timezone,
		} as unknown as RecordData,
	};
}

/** Whether the time zone is left to Talkdesk and its phone number tells none: 0530940. */
export function cannotDerive(given: JsonObject, switches: TalkdeskSwitches): boolean {
	if (given['timezone'] !== undefined || switches.missingTimezone === 'missing') return false;
	const phones = phonesOf(given, switches);
	return isUnmatched(phones) && derived(phones, switches) === undefined;
}

function phonesOf(given: JsonObject, switches: TalkdeskSwitches): unknown {
	const { phone_numbers, phone_number } = given;
	if (phone_numbers !== undefined || switches.deprecatedPhone === 'ignored') return phone_numbers;
	return phone_number === undefined ? undefined : [{ phone_number, phone_type: 'MOBILE' }];
}

function firstPhone(phones: unknown): string | undefined {
	const first = Array.isArray(phones) ? (phones[0] as Phone | null | undefined) : undefined;
	return isPhone(first?.phone_number) ? first.phone_number : undefined;
}

function derived(phones: unknown, { missingTimezone }: TalkdeskSwitches): string | undefined {
	const phone = firstPhone(phones);
	return phone === undefined || missingTimezone === 'missing' ? undefined : timezoneOf(phone);
}

/** A good number of which no zone is known; a bad number is told as such. */
function isUnmatched(phones: unknown): boolean {
	const phone = firstPhone(phones);
	return phone !== undefined && timezoneOf(phone) === undefined;
}

function hasPhoneError(errors: ReadonlySet<RecordError>): boolean {
	return errors.has('PHONE_NUMBER_MISSING') || errors.has('PHONE_NUMBER_INVALID');
}

/** Lists deduped by EXTERNAL need provider and id, and each pair once. */
function checkReference(given: JsonObject, list: RecordList, errors: Set<RecordError>): void {
	if (list.uniqueIdentifierType !== 'EXTERNAL') return;
	const { external_provider: provider, external_id: id } = given;
	if (!provider || !id) errors.add('EXTERNAL_REF_MISSING');
	// The enum has no code for a reference that is taken.
	else if (list.references.isTaken(externalKey(String(provider), String(id)), undefined)) {
		errors.add('OTHER');
	}
}
