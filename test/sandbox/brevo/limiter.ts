import type { BrevoSwitches } from './switches';
import { Refusal } from './refusal';

/** What the documentation gives figures for. */
export interface BrevoLimits {
	/** Calls per hour of the whole account: 100, 200 or 600 by plan. */
	perHour: number;
	/** Takes the hourly limit and its headers away. */
	enabled: boolean;
	recordsPerUpsert: number;
	recordsPerDelete: number;
	attributesPerRecord: number;
	/** Link or unlink targets of one record, counted as the switch linkLimitPer says. */
	linksPerRecord: number;
}

interface Bucket {
	endsAt: number;
	used: number;
}

const HOUR_MS = 3_600_000;

/** https://developers.brevo.com/docs/api-limits : the row for endpoints that are not named. */
export class Limiter {
	readonly limits: BrevoLimits = {
		perHour: 200,
		enabled: true,
		recordsPerUpsert: 1000,
		recordsPerDelete: 1000,
		attributesPerRecord: 500,
		linksPerRecord: 10,
	};
	private readonly buckets = new Map<string, Bucket>();

	constructor(private readonly switches: BrevoSwitches) {}

	/** Counts a call on its arrival. Returns the headers its answer has to carry. */
	arrive(path: string): { headers: Record<string, string>; refusal?: Refusal } {
		const { perHour, enabled } = this.limits;
		if (!enabled) return { headers: {} };
		const now = Date.now();
		const bucket = this.bucketOf(path, now);
		const refused = bucket.used >= perHour;
		if (!refused) bucket.used += 1;
		const seconds = Math.max(1, Math.ceil((bucket.endsAt - now) / 1000));
		const headers = this.headers(refused, perHour, Math.max(0, perHour - bucket.used), seconds);
		if (!refused) return { headers };
		return {
			headers,
			refusal: new Refusal(429, 'too_many_requests', 'The hourly limit of calls is used up'),
		};
	}

	/** Calls used in the running hour. */
	used(path = ''): number {
		return this.bucketOf(path, Date.now()).used;
	}

	/** A new hour at once. */
	reset(): void {
		this.buckets.clear();
	}

	/** https://developers.brevo.com/docs/limit-headers : reset is a delta, not a time of day. */
	private headers(
		refused: boolean,
		limit: number,
		remaining: number,
		seconds: number,
	): Record<string, string> {
		const { rateLimitHeaders, retryAfterOn429 } = this.switches;
		const shown =
			rateLimitHeaders === 'all' || rateLimitHeaders === (refused ? 'only429' : 'not429');
		return {
			...(shown
				? {
						'x-sib-ratelimit-limit': String(limit),
						'x-sib-ratelimit-remaining': String(remaining),
						'x-sib-ratelimit-reset': String(seconds),
					}
				: {}),
			...(refused && retryAfterOn429 ? { 'retry-after': String(seconds) } : {}),
		};
	}

	private bucketOf(path: string, now: number): Bucket {
		const key = this.switches.bucket === 'one' ? '' : path.replace(/\d+/g, '#');
		let bucket = this.buckets.get(key);
		// Also when a test set the clock back: a window that ends later than an hour from now.
		if (bucket === undefined || now >= bucket.endsAt || bucket.endsAt - now > HOUR_MS) {
			const full = this.switches.hourStarts === 'fullHour';
			const startsAt = full ? Math.floor(now / HOUR_MS) * HOUR_MS : now;
			this.buckets.set(key, (bucket = { endsAt: startsAt + HOUR_MS, used: 0 }));
		}
		return bucket;
	}
}
