import { found } from '../found';
import { isOverlong } from '../isOverlong';
import { unlessEmpty, type Converted } from './converted';
import type { Notation } from './notation';
import { localTime, momentsOf } from './timeZone';
import { readWrittenDate } from './writtenDate';

/** What a cell says about time. */
type When =
	| { readonly kind: 'day'; readonly local: number }
	/** A day and a time of day, wherever that is. */
	| { readonly kind: 'local'; readonly local: number }
	| { readonly kind: 'moment'; readonly moment: number };

interface Problem {
	readonly problem: string;
}

const DAY_MS = 86_400_000;

/** Days since the last one of 1899, as spreadsheets count: 1927 to 2119. */
const SERIALS = { from: 10_000, to: 80_000, zero: Date.UTC(1899, 11, 30) };
/** Epoch seconds and milliseconds of 1973 to 2286: the two do not overlap, nor do serials. */
const SECONDS = { from: 1e8, to: 1e10 };
const MILLISECONDS = { from: 1e11, to: 1e13 };

/**
 * A calendar day as `YYYY-MM-DD`. Takes written dates, spreadsheet serials, epoch seconds and
 * milliseconds, and date objects. A moment falls on the day it has in the notation's time zone, but
 * midnight UTC is how databases write a day.
 */
export function toDay(value: unknown, notation: Notation): Converted<string> {
	return unlessEmpty(value, (plain) => {
		const when = readWhen(plain, notation);
		if ('problem' in when) return when;
		return { value: new Date(dayOf(when, notation)).toISOString().slice(0, 10) };
	});
}

function dayOf(when: When, { timeZone }: Notation): number {
	if (when.kind !== 'moment') return when.local;
	const { moment } = when;
	return moment % DAY_MS === 0 ? moment : localTime(timeZone, moment).getTime();
}

/**
 * A moment as ISO 8601 in UTC with milliseconds. Takes what {@link toDay} takes; a time without a zone
 * is one in the notation's time zone, and a day begins there at midnight.
 */
export function toMoment(value: unknown, notation: Notation): Converted<string> {
	return unlessEmpty(value, (plain) => {
		const when = readWhen(plain, notation);
		if ('problem' in when) return when;
		if (when.kind === 'moment') return { value: new Date(when.moment).toISOString() };
		const [moment, again] = momentsOf(notation.timeZone, when.local);
		if (moment === undefined || again !== undefined) {
			const times = moment === undefined ? 'never' : 'twice';
			return {
				problem: `clocks in ${notation.timeZone} show ${found(plain)} ${times}: add the zone, as in +01:00`,
			};
		}
		return { value: new Date(moment).toISOString() };
	});
}

/**
 * A calendar day where only a day is given, otherwise the moment: for fields that hold either, and
 * where midnight somewhere would be another day elsewhere.
 */
export function toDayOrMoment(value: unknown, notation: Notation): Converted<string> {
	return unlessEmpty(value, (plain) => {
		const when = readWhen(plain, notation);
		if ('problem' in when) return when;
		return when.kind === 'day' ? toDay(plain, notation) : toMoment(plain, notation);
	});
}

function readWhen(plain: unknown, { dateOrder }: Notation): When | Problem {
	if (typeof plain !== 'string' && typeof plain !== 'number') return expected(plain);
	if (isOverlong(String(plain))) return expected(plain);
	const text = String(plain).replace(/\s+/g, ' ');
	const written = readWrittenDate(text, dateOrder);
	if (written === undefined) {
		return /^\d+(\.\d+)?$/.test(text) ? fromNumber(Number(text)) : expected(plain);
	}
	if ('problem' in written) return written;
	const { local, hasTime, offsetMs } = written;
	if (offsetMs !== undefined) return { kind: 'moment', moment: local - offsetMs };
	return { kind: hasTime ? 'local' : 'day', local };
}

function fromNumber(number: number): When | Problem {
	const isIn = ({ from, to }: { readonly from: number; readonly to: number }) =>
		number >= from && number < to;
	if (isIn(MILLISECONDS)) return { kind: 'moment', moment: Math.floor(number) };
	if (isIn(SECONDS)) return { kind: 'moment', moment: Math.round(number * 1000) };
	if (!isIn(SERIALS)) return expected(number);
	// Spreadsheets keep the time of day as a fraction, good to about a millisecond: whole seconds.
	const local = SERIALS.zero + Math.round(number * 86_400) * 1000;
	return { kind: Number.isInteger(number) ? 'day' : 'local', local };
}

function expected(value: unknown): Problem {
	return { problem: `expected a date such as 2025-12-31, found ${found(value)}` };
}
