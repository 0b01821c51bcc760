import { grouped } from './account';
import type { Lanes } from './lanes';
import type { Pace } from './pace';

/** What a run would take and lead to, as far as can be told without sending anything. */
export interface Forecast {
	/** Input items that would be sent. */
	readonly items: number;
	/** Those that only read before the first batch included. */
	readonly requests: number;
	readonly estimatedMs: number;
	readonly rejected: number;
	/** What comes of reading first what is stored. */
	readonly compared?: Compared;
}

export interface Compared {
	/** Items that need not be sent. */
	readonly unchanged: number;
	/** Requests for reading. */
	readonly reads: number;
	/** Requests for writing that are saved. */
	readonly saved: number;
}

/** What an answer of a bulk endpoint is taken to need as long as none has been seen. */
const TYPICAL_ANSWER_MS = 500;

/**
 * How long so many requests take at the known limits, if none is refused or repeated.
 *
 * @param pace a fresh one, as are the lanes: they are led through a time that is only thought of
 */
export function estimateMs(requests: number, pace: Pace, lanes: Lanes): number {
	const answersAt: number[] = [];
	let answered = 0;
	let now = 0;
	for (let sent = 0; sent < requests; sent++) {
		while (sent - answered >= lanes.width()) {
			now = Math.max(now, answersAt[answered] ?? now);
			answered += 1;
			lanes.answered(TYPICAL_ANSWER_MS, pace.rate());
		}
		now += pace.delayMs(now);
		pace.take(now);
		answersAt.push(now + TYPICAL_ANSWER_MS);
	}
	return answersAt.at(-1) ?? 0;
}

/** `Preview: 9 700 items would take 97 requests, about 10 s; nothing was sent · 300 rejected` */
export function forecastLine(forecast: Forecast): string {
	const { items, requests, estimatedMs, rejected, compared } = forecast;
	const what = `${counted(items, 'item')} would take ${counted(requests, 'request')}`;
	return [
		`Preview: ${what}, about ${duration(estimatedMs)}; nothing was sent`,
		...(compared && compared.unchanged > 0 ? [`${grouped(compared.unchanged)} unchanged`] : []),
		...(rejected > 0 ? [`${grouped(rejected)} rejected`] : []),
		...(compared
			? [`comparing takes ${counted(compared.reads, 'request')} and saves ${compared.saved}`]
			: []),
	].join(' · ');
}

function counted(count: number, noun: string): string {
	return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function duration(ms: number): string {
	if (ms < 100_000) return `${Math.ceil(ms / 1000)} s`;
	if (ms < 100 * 60_000) return `${Math.ceil(ms / 60_000)} min`;
	return `${Math.ceil(ms / 3_600_000)} h`;
}
