import { monthOf } from './monthName';
import type { Notation } from './notation';

/** A date as somebody wrote it. */
export interface WrittenDate {
	/** The day at midnight and, if given, the time of day added to it, as a moment of UTC. */
	readonly local: number;
	readonly hasTime: boolean;
	/** Milliseconds ahead of UTC; undefined where no zone is given. */
	readonly offsetMs: number | undefined;
}

interface Problem {
	readonly problem: string;
}
interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

const MINUTE_MS = 60_000;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=T|$)/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})/;
const DAY_NAME_YEAR =
	/^(\d{1,2})(?:st|nd|rd|th|\.|er)?[ -](?:de )?(\p{L}+)\.?,?[ -](?:de )?(\d{4})/iu;
const NAME_DAY_YEAR = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/iu;
const WEEKDAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), /;
const TIME =
	/^(?:T|,? +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([ap]\.?m\.?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads a date, with or without a time, from text: ISO 8601, year first, day or month first, or with
 * the month's name. Nothing is guessed: two-digit years are refused, and `03/04/2025` unless the user
 * said what it means. With dots the day comes first in every country.
 */
export function readWrittenDate(
	text: string,
	dateOrder: Notation['dateOrder'],
): WrittenDate | Problem | undefined {
	const dated = text.replace(WEEKDAY, '');
	const found = readDay(dated, dateOrder);
	if (found === undefined || 'problem' in found) return found;
	const midnight = Date.UTC(found.year, found.month - 1, found.day);
	if (!isInCalendar(found)) return { problem: `there is no such day: ${text}` };
	const rest = dated.slice(found.length);
	if (rest === '') return { local: midnight, hasTime: false, offsetMs: undefined };
	const time = TIME.exec(rest);
	const timeMs = time ? timeOfDay(time) : undefined;
	if (timeMs === undefined) return undefined;
	return { local: midnight + timeMs, hasTime: true, offsetMs: offsetOf(time?.[6]) };
}

function readDay(
	text: string,
	dateOrder: Notation['dateOrder'],
): (Day & { readonly length: number }) | Problem | undefined {
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) return dayOf(yearFirst, [1, 3, 4]);
	const compact = COMPACT.exec(text);
	if (compact) return dayOf(compact, [1, 2, 3]);
	const yearLast = YEAR_LAST.exec(text);
	if (yearLast) return withYearLast(yearLast, dateOrder);
	const [match, day, name] = namedMonth(text) ?? [];
	const month = name === undefined ? undefined : monthOf(name);
	if (!match || month === undefined) return undefined;
	return { year: Number(match[3]), month, day: Number(day), length: match[0].length };
}

function namedMonth(text: string): [RegExpExecArray, string, string] | undefined {
	const dayFirst = DAY_NAME_YEAR.exec(text);
	if (dayFirst) return [dayFirst, dayFirst[1] ?? '', dayFirst[2] ?? ''];
	const nameFirst = NAME_DAY_YEAR.exec(text);
	return nameFirst ? [nameFirst, nameFirst[2] ?? '', nameFirst[1] ?? ''] : undefined;
}

function dayOf(match: RegExpExecArray, [year, month, day]: [number, number, number]) {
	const at = (group: number) => Number(match[group]);
	return { year: at(year), month: at(month), day: at(day), length: match[0].length };
}

function withYearLast(match: RegExpExecArray, dateOrder: Notation['dateOrder']) {
	const [text, first, separator, second] = match;
	const dayFirst = dayOf(match, [4, 3, 1]);
	const monthFirst = dayOf(match, [4, 1, 3]);
	if (separator === '.') return dayFirst;
	if (dateOrder === 'dayFirst') return dayFirst;
	if (dateOrder === 'monthFirst') return monthFirst;
	if (Number(first) > 12 || first === second) return dayFirst;
	if (Number(second) > 12) return monthFirst;
	return {
		problem: `${text} can be two different days: choose the option Date Order, or write the year first`,
	};
}

function isInCalendar({ year, month, day }: Day): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function timeOfDay([, hours, minutes, seconds = '0', fraction = '', half]: RegExpExecArray) {
	const hour = half === undefined ? Number(hours) : twelveHours(Number(hours), half);
	const [minute, second] = [Number(minutes), Number(seconds)];
	if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
	const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
	return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

function twelveHours(hour: number, half: string): number | undefined {
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function offsetOf(zone: string | undefined): number | undefined {
	if (zone === undefined) return undefined;
	const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
	if (!match) return 0;
	const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
	return (match[1] === '-' ? -1 : 1) * minutes * MINUTE_MS;
}
