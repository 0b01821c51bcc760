import type { Reason } from '../bulk/outcome';

/**
 * What Talkdesk's codes say, and of which member. Its schema lists these, its sample has sentences in
 * their place: whatever is not listed here is passed on in its own words.
 *
 * Source: https://docs.talkdesk.com/reference/update-list-records
 */
const CODES: Readonly<Record<string, readonly [message: string, field?: string]>> = {
	PHONE_NUMBER_INVALID: ['a phone number is not valid', 'phone_numbers'],
	PHONE_NUMBER_MISSING: ['a phone number is missing', 'phone_numbers'],
	PHONE_NUMBER_NOT_UNIQUE: ['another record of the list has this phone number', 'phone_numbers'],
	FIRST_NAME_INVALID: ['the first name is not valid', 'first_name'],
	FIRST_NAME_MISSING: ['the first name is missing', 'first_name'],
	LAST_NAME_INVALID: ['the last name is not valid', 'last_name'],
	LAST_NAME_MISSING: ['the last name is missing', 'last_name'],
	TIMEZONE_INVALID: ['the timezone is not valid', 'timezone'],
	TIMEZONE_MISSING: ['the timezone is missing', 'timezone'],
	TIMEZONE_UNMATCHED: ['no timezone could be found for the phone number', 'timezone'],
	PRIORITY_INVALID: ['the priority is not valid', 'priority'],
	EXTERNAL_REF_MISSING: ['external provider and ID are missing', 'external_id'],
	REQUIRED_FIELDS: ['required fields are missing'],
	OTHER: ['Talkdesk gives no reason'],
};

/** @param errors a record's `errors`: one or several texts, opaque to us */
export function readRecordErrors(
	errors: readonly string[],
): Pick<Reason, 'code' | 'message' | 'field'> {
	const known = errors.map((error) => (Object.hasOwn(CODES, error) ? CODES[error] : undefined));
	const field = known.find((words) => words?.[1] !== undefined)?.[1];
	return {
		code: errors.find((error) => /^[A-Z][A-Z0-9_]*$/.test(error)) ?? 'RECORD_REFUSED',
		message: errors.map((error, index) => known[index]?.[0] ?? error).join('; '),
		...(field !== undefined && { field }),
	};
}
