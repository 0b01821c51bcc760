import { found } from '../bulk/found';
import { isOverlong } from '../bulk/isOverlong';

/** A record id as HubSpot writes it, or what is wrong with it. */
export type RecordId = { readonly id: string } | { readonly problem: string };

const LONGEST_ID = 19;

/**
 * Reads a record id: digits only. Spreadsheets turn ids into numbers, so `123.0` is taken for 123; a
 * number beyond 2^53 or in exponent form has already lost digits and is refused. HubSpot takes an
 * e-mail here without an error and writes nothing.
 */
export function readRecordId(value: unknown): RecordId {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		return {
			problem: `expected a record ID, found the number ${value}, which is not a whole exact one`,
		};
	}
	const text =
		typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
			? String(value).trim()
			: '';
	const digits = isOverlong(text) ? undefined : /^0*(\d+)(\.0+)?$/.exec(text)?.[1];
	if (digits !== undefined && digits.length <= LONGEST_ID) return { id: digits };
	return {
		problem: `expected a record ID (digits only), found ${found(value)}; to match by another property, set ID Property`,
	};
}
