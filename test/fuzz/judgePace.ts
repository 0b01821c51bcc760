/** Law 8: full speed, no 429, and when told to wait, nothing leaves before. */
import type { Call } from '../sandbox';
import { byEngine, repeatsOfEngine } from './engineCalls';
import { TIMEOUT_MS } from './faultKinds';
import type { FuzzCase } from './fuzzCase';
import { vendorOf } from './rowTraits';
import type { Observation } from './runCase';
import type { Falsehood, Finding } from './verdict';

export function judgePace(fuzzCase: FuzzCase, seen: Observation): Finding[] {
	return [
		...about('tooEarly', 'a request left while the vendor had asked to wait', earlyCalls(seen)),
		...about('overLimit', 'a request that the vendor had to refuse', needlessRefusals(seen)),
		...(fuzzCase.latencyMs > 0 && seen.met.size === 0 ? judgeSpeed(fuzzCase, seen) : []),
	];
}

function about(what: Falsehood, detail: string, calls: readonly Call[]): Finding[] {
	const [first] = calls;
	if (first === undefined) return [];
	const { method, path, at } = first;
	return [{ what, count: calls.length, detail: `${detail}: ${method} ${path} at ${at}` }];
}

/** Answers that are an order to slow down when they say for how long; 477 is HubSpot's own. */
const ASKS_TO_WAIT = new Set([408, 423, 425, 429, 500, 502, 503, 504]);

function earlyCalls({ row, calls }: Observation): Call[] {
	const asksToWait = (status: Call['status']) =>
		ASKS_TO_WAIT.has(Number(status)) || (status === 477 && vendorOf(row) === 'hubspot');
	const orders = calls.flatMap((call) => {
		const { answeredAt, retryAfter, status, at } = call;
		// An answer after the timeout was not heard.
		if (answeredAt === undefined || answeredAt - at >= TIMEOUT_MS) return [];
		if (!asksToWait(status) || byEngine(call)) return [];
		const until = momentOf(retryAfter, answeredAt);
		return until === undefined ? [] : [{ from: answeredAt, until }];
	});
	const repeats = repeatsOfEngine(calls);
	return calls.filter(
		(call) =>
			!byEngine(call) &&
			!repeats.has(call) &&
			orders.some(({ from, until }) => call.at > from && call.at < until),
	);
}

/** RFC 9110, 10.2.3, to the letter: seconds or an HTTP date. Anything else is no order. */
function momentOf(retryAfter: string | undefined, from: number): number | undefined {
	if (retryAfter === undefined) return undefined;
	if (/^\d+$/.test(retryAfter)) return from + Number(retryAfter) * 1000;
	const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d /.test(retryAfter) && Date.parse(retryAfter);
	return date === false || Number.isNaN(date) ? undefined : date;
}

/** Requests that can be under way when an hourly allowance ends, which nobody foresees. */
const UNDER_WAY = 3;

/**
 * 429s of the simulator's own limiter, with nobody else at it. HubSpot's and Micro's short limits are
 * published, so none is due; Brevo tells what is left of an hour in the answers, as far as they arrive.
 */
function needlessRefusals({ row, calls }: Observation): Call[] {
	const vendor = vendorOf(row);
	const refused = calls.filter(({ status, fault }) => status === 429 && fault === undefined);
	if (vendor === 'micro') return refused.filter((call) => !isForMonth(call));
	if (vendor !== 'brevo') return refused;
	const unheard = calls.filter(({ fault }) => fault !== undefined).length;
	return refused.slice(UNDER_WAY + unheard);
}

/** The month's thousand can only be noticed. */
const isForMonth = ({ retryAfter }: Call) => Number(retryAfter) > 60;

const ENOUGH_BATCHES = 12;

/** Nothing went wrong: requests overlap, and nobody sleeps for long without need. */
function judgeSpeed(
	{ latencyMs, options, slots, limits }: FuzzCase,
	{ row, calls, elapsedMs }: Observation,
): Finding[] {
	const batches = calls.filter(row.isBatch);
	const chained = new Set(slots.map(({ base }) => base)).size < slots.length;
	const mayOverlap = options.parallelRequests === undefined && !chained;
	const findings: Finding[] = [];
	const slow = (detail: string) => findings.push({ what: 'tooSlow', count: 1, detail });
	if (mayOverlap && batches.length >= ENOUGH_BATCHES && mostAtOnce(batches) < 2) {
		slow(`${batches.length} batches, one after another`);
	}
	// What goes on in the background is asked about in growing pauses.
	if (limits || calls.some(({ path }) => /\/(processes|imports)\//.test(path))) return findings;
	const most = 12_000 + calls.length * (latencyMs + 110);
	if (elapsedMs > most) slow(`${elapsedMs} ms for ${calls.length} requests, explained are ${most}`);
	return findings;
}

function mostAtOnce(calls: readonly Call[]): number {
	return Math.max(
		...calls.map(
			({ at }) => calls.filter((one) => one.at <= at && (one.answeredAt ?? Infinity) > at).length,
		),
	);
}
