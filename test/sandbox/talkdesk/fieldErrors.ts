import { isJsonObject } from '../json';
import type { PhoneType } from './record';
import type { TalkdeskSwitches } from './switches';
import { isTimezone } from './timezones';

/** The codes of a record's `errors`, from the OpenAPI file. */
export type RecordError =
	| 'PHONE_NUMBER_INVALID'
	| 'PHONE_NUMBER_MISSING'
	| 'PHONE_NUMBER_NOT_UNIQUE'
	| 'FIRST_NAME_INVALID'
	| 'FIRST_NAME_MISSING'
	| 'LAST_NAME_INVALID'
	| 'LAST_NAME_MISSING'
	| 'TIMEZONE_INVALID'
	| 'TIMEZONE_MISSING'
	| 'TIMEZONE_UNMATCHED'
	| 'PRIORITY_INVALID'
	| 'EXTERNAL_REF_MISSING'
	| 'REQUIRED_FIELDS'
	| 'OTHER';

const LONGEST_NAME = 80;
const LONGEST_PHONE = 20;
const LONGEST_TIMEZONE = 35;

/** E.164 with country code: https://support.talkdesk.com/hc/en-us/articles/360043587352 */
const E164 = /^\+[1-9]\d{6,14}$/;

const PHONE_TYPES: ReadonlySet<unknown> = new Set<PhoneType>([
	'HOME',
	'OFFICE',
	'MOBILE',
	'EXTRA_1',
	'EXTRA_2',
	'EXTRA_3',
]);

export function isPhone(value: unknown): value is string {
	return typeof value === 'string' && value.length <= LONGEST_PHONE && E164.test(value);
}

function nameError<Which extends 'FIRST' | 'LAST'>(which: Which, value: unknown) {
	if (value === undefined || value === null) return `${which}_NAME_MISSING` as const;
	if (typeof value !== 'string') return `${which}_NAME_INVALID` as const;
	if (value.trim() === '') return `${which}_NAME_MISSING` as const;
	return value.length > LONGEST_NAME ? (`${which}_NAME_INVALID` as const) : undefined;
}

function phonesError(value: unknown, switches: TalkdeskSwitches): RecordError | undefined {
	if (value === undefined || value === null) return 'PHONE_NUMBER_MISSING';
	if (!Array.isArray(value)) return 'PHONE_NUMBER_INVALID';
	if (value.length === 0) return 'PHONE_NUMBER_MISSING';
	for (const phone of value as unknown[]) {
		if (!isJsonObject(phone)) return 'PHONE_NUMBER_INVALID';
		const type = phone['phone_type'];
		if (type === undefined ? switches.phoneType === 'required' : !PHONE_TYPES.has(type)) {
			return 'PHONE_NUMBER_INVALID';
		}
		const number = phone['phone_number'];
		if (number === undefined || number === null || number === '') return 'PHONE_NUMBER_MISSING';
		if (!isPhone(number)) return 'PHONE_NUMBER_INVALID';
	}
	return undefined;
}

function timezoneError(value: unknown): RecordError | undefined {
	if (value === undefined || value === null || value === '') return 'TIMEZONE_MISSING';
	if (typeof value !== 'string' || value.length > LONGEST_TIMEZONE) return 'TIMEZONE_INVALID';
	return isTimezone(value) ? undefined : 'TIMEZONE_INVALID';
}

function priorityError(value: unknown): RecordError | undefined {
	return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 10
		? undefined
		: 'PRIORITY_INVALID';
}

/** What is wrong with one of the fields a client can set; the same for every endpoint. */
export function fieldError(
	field: string,
	value: unknown,
	switches: TalkdeskSwitches,
): RecordError | undefined {
	switch (field) {
		case 'first_name':
			return nameError('FIRST', value);
		case 'last_name':
			return nameError('LAST', value);
		case 'phone_numbers':
			return phonesError(value, switches);
		case 'timezone':
			return timezoneError(value);
		case 'priority':
			return priorityError(value);
		case 'extra_data':
			return isJsonObject(value) ? undefined : 'OTHER';
		default:
			return 'OTHER';
	}
}
