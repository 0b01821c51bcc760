import { listedZone } from '../bulk/convert/timeZone';
import { found } from '../bulk/found';
import { isOverlong } from '../bulk/isOverlong';
import { toText, type FieldValue } from './fieldValue';

/**
 * The members of a record that hold one value, under Talkdesk's names.
 *
 * Source: https://docs.talkdesk.com/reference/update-list-records; the limits are those of record
 * creation, https://docs.talkdesk.com/reference/record-lists-bulks
 */
export type Member = 'first_name' | 'last_name' | 'timezone' | 'priority';

/** Turns an input value into the member's value, or says what is wrong with it. */
export const TO_MEMBER: Readonly<Record<Member, (value: unknown) => FieldValue<string | number>>> =
	{
		first_name: textUpTo(80),
		last_name: textUpTo(80),
		timezone: toTimezone,
		priority: toPriority,
	};

function textUpTo(longest: number) {
	return (value: unknown): FieldValue<string> => {
		const text = toText(value);
		if (!('value' in text)) return text;
		const { length } = Array.from(text.value);
		if (length <= longest) return text;
		return { problem: `expected at most ${longest} characters, found ${length}` };
	};
}

/** A name of the tz database in the case it is listed in. Of others Talkdesk is the judge. */
function toTimezone(value: unknown): FieldValue<string> {
	const text = textUpTo(35)(value);
	return 'value' in text ? { value: listedZone(text.value) ?? text.value } : text;
}

/** 1 to 10, of which 10 is dialled first. Spreadsheets write 7 as `7.0`. */
function toPriority(value: unknown): FieldValue<number> {
	const text = toText(value);
	if ('empty' in text) return text;
	const written = 'value' in text && !isOverlong(text.value) ? text.value : '';
	const digits = /^0*(\d+)(?:\.0+)?$/.exec(written)?.[1];
	const priority = Number(digits);
	if (priority >= 1 && priority <= 10) return { value: priority };
	return { problem: `expected a whole number from 1 to 10, found ${found(value)}` };
}
