import type { JsonObject } from '../json';
import { Refusal } from './refusal';
import { RollingWindow } from '../rollingWindow';
import type { HubSpotSwitches } from './switches';
import type { Token } from './tokens';

export interface HubSpotLimits {
	/** Calls in any 10 s for each static token: 100, 190 or 250 by plan. */
	perTenSeconds: number;
	/** The same for each OAuth token. */
	oauthPerTenSeconds: number;
	/** Calls per day for all static tokens of the account together. */
	daily: number;
	searchPerSecond: number;
	enabled: boolean;
}

const WINDOW_MS = 10_000;

/** HubSpot's usage guidelines: rolling burst per token, day per account, search per second. */
export class Limiter {
	readonly limits: HubSpotLimits = {
		perTenSeconds: 190,
		oauthPerTenSeconds: 110,
		daily: 625_000,
		searchPerSecond: 5,
		enabled: true,
	};
	private readonly bursts = new Map<string, RollingWindow>();
	private readonly searches = new RollingWindow(1000);
	private day = '';
	private usedToday = 0;

	constructor(
		private readonly switches: HubSpotSwitches,
		private readonly timeZone: string,
	) {}

	/** Counts a call on its arrival. Returns the headers its answer has to carry. */
	arrive(token: Token, isSearch: boolean): { headers: Record<string, string>; refusal?: Refusal } {
		if (!this.limits.enabled) return { headers: {} };
		const now = Date.now();
		this.turnDay(now);
		return isSearch ? this.search(token, now) : this.burst(token, now);
	}

	get dailyUsage(): number {
		return this.usedToday;
	}

	private burst(token: Token, now: number): { headers: Record<string, string>; refusal?: Refusal } {
		const max = this.maxOf(token);
		const window = this.windowOf(token.token);
		const full = window.count(now) >= max;
		const spent = this.isSpent(token);
		if (!(full || spent) || this.switches.refusedCallsCost) {
			window.add(now);
			if (token.kind === 'static') this.usedToday += 1;
		}
		const headers = this.headers(token, max, Math.max(0, max - window.count(now)));
		if (spent) return { headers, refusal: this.refuse('DAILY', headers, undefined) };
		if (!full) return { headers };
		const seconds = Math.ceil(window.freeIn(now, max) / 1000);
		return { headers, refusal: this.refuse('TEN_SECONDLY_ROLLING', headers, seconds) };
	}

	/** Search has its own limit and sends none of the headers. */
	private search(
		token: Token,
		now: number,
	): { headers: Record<string, string>; refusal?: Refusal } {
		const headers: Record<string, string> = {};
		const full = this.searches.count(now) >= this.limits.searchPerSecond;
		const shares = this.switches.searchSharesDailyQuota;
		const spent = shares && this.isSpent(token);
		if (!(full || spent) || this.switches.refusedCallsCost) {
			this.searches.add(now);
			if (shares && token.kind === 'static') this.usedToday += 1;
		}
		if (spent) return { headers, refusal: this.refuse('DAILY', headers, undefined) };
		if (full) return { headers, refusal: this.refuse('SECONDLY', headers, 1) };
		return { headers };
	}

	private headers(token: Token, max: number, remaining: number): Record<string, string> {
		const perSecond = Math.max(1, Math.floor(max / 10));
		return {
			'X-HubSpot-RateLimit-Max': String(max),
			'X-HubSpot-RateLimit-Remaining': String(remaining),
			'X-HubSpot-RateLimit-Interval-Milliseconds': String(WINDOW_MS),
			// Deprecated and not enforced, yet still sent.
			'X-HubSpot-RateLimit-Secondly': String(perSecond),
			'X-HubSpot-RateLimit-Secondly-Remaining': String(perSecond - 1),
			...(token.kind === 'static'
				? {
						'X-HubSpot-RateLimit-Daily': String(this.limits.daily),
						'X-HubSpot-RateLimit-Daily-Remaining': String(
							Math.max(0, this.limits.daily - this.usedToday),
						),
					}
				: {}),
		};
	}

	private refuse(
		policyName: string,
		headers: Record<string, string>,
		seconds: number | undefined,
	): Refusal {
		if (this.switches.retryAfterOn429 && seconds !== undefined) {
			headers['Retry-After'] = String(Math.max(1, seconds));
		}
		const body: JsonObject = {
			status: 'error',
			message: `You have reached your ${policyName.toLowerCase()} limit.`,
			errorType: 'RATE_LIMIT',
			policyName,
			...(this.switches.rateLimitCategory ? { category: 'RATE_LIMITS' } : {}),
		};
		return new Refusal(429, body);
	}

	private isSpent(token: Token): boolean {
		return token.kind === 'static' && this.usedToday >= this.limits.daily;
	}

	private maxOf(token: Token): number {
		if (token.perTenSeconds !== undefined) return token.perTenSeconds;
		return token.kind === 'oauth' ? this.limits.oauthPerTenSeconds : this.limits.perTenSeconds;
	}

	private windowOf(token: string): RollingWindow {
		let window = this.bursts.get(token);
		if (window === undefined) this.bursts.set(token, (window = new RollingWindow(WINDOW_MS)));
		return window;
	}

	/** The day begins at midnight in the account's time zone. */
	private turnDay(now: number): void {
		const day = dayIn(this.timeZone, now);
		if (day === this.day) return;
		this.day = day;
		this.usedToday = 0;
	}
}

let minute = NaN;
let minuteZone = '';
let minuteDay = '';

/** Asked on every call, so worked out once a minute; no zone changes day within one. */
function dayIn(timeZone: string, now: number): string {
	const thisMinute = Math.floor(now / 60_000);
	if (thisMinute !== minute || timeZone !== minuteZone) {
		minute = thisMinute;
		minuteZone = timeZone;
		minuteDay = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
	}
	return minuteDay;
}
