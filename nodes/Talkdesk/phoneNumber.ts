import { found } from '../bulk/found';
import { toText, type FieldValue } from './fieldValue';

/** Source: https://docs.talkdesk.com/reference/update-list-records */
export const PHONE_TYPES = ['HOME', 'MOBILE', 'OFFICE', 'EXTRA_1', 'EXTRA_2', 'EXTRA_3'] as const;
export type PhoneType = (typeof PHONE_TYPES)[number];

export interface PhoneNumber {
	readonly phone_number: string;
	readonly phone_type: PhoneType;
}

/**
 * E.164 as Talkdesk demands it: `+`, country code, at most 15 digits. What people write between the
 * digits is left out; anything that would have to be guessed (`00420…`, `+44 (0)20…`, a number whose
 * `+` a spreadsheet has dropped) is refused.
 *
 * Source: https://support.talkdesk.com/hc/en-us/articles/360043587352
 */
export function toPhoneNumber(value: unknown): FieldValue<string> {
	const text = toText(value);
	if ('empty' in text) return text;
	const written = 'value' in text && !text.value.includes('(0') ? text.value : '';
	const number = written.replace(/[\s().\-\u2010-\u2013]/g, '');
	if (/^\+[1-9]\d{6,14}$/.test(number)) return { value: number };
	return {
		problem: `expected a phone number with + and country code, such as +420601000001, found ${found(value)}`,
	};
}
