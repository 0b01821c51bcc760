import { Refusal } from './refusal';
import type { MicroSwitches } from './switches';

export interface MicroLimits {
	/** Size and refill of each key's bucket. https://docs.micro.so/guides/rate-limits */
	perSecond: number;
	/** Calls of each key per month. */
	perMonth: number;
	enabled: boolean;
	/** Imports of up to so many rows are done before the answer; where Micro switches is unknown. */
	importInlineRows: number;
	/** How fast a job works; unknown too. */
	importRowsPerSecond: number;
}

interface Usage {
	tokens: number;
	filledAt: number;
	monthStart: number;
	monthEnd: number;
	used: number;
}

const THIRTY_DAYS_MS = 30 * 86_400_000;

/** Ten calls a second and a thousand a month for each key, both told by 429. */
export class Limiter {
	readonly limits: MicroLimits = {
		perSecond: 10,
		perMonth: 1000,
		enabled: true,
		importInlineRows: 50,
		importRowsPerSecond: 100,
	};
	private readonly usages = new Map<string, Usage>();

	constructor(private readonly switches: MicroSwitches) {}

	/** Counts a call on its arrival; a refused one is not executed. */
	arrive(key: string): void {
		if (!this.limits.enabled) return;
		const now = Date.now();
		const usage = this.usageOf(key, now);
		this.refill(usage, now);
		this.turnMonth(usage, now);

		const spent = usage.used >= this.limits.perMonth;
		const full = usage.tokens < 1;
		if (!(spent || full)) usage.tokens -= 1;
		if (!(spent || full) || this.switches.refusedCallsCost) usage.used += 1;
		if (spent) throw this.refuse((usage.monthEnd - now) / 1000, 'month');
		if (full) throw this.refuse((1 - usage.tokens) / this.limits.perSecond, 'second');
	}

	/** Calls of a key in the current month. */
	usedThisMonth(key: string): number {
		return this.usages.get(key)?.used ?? 0;
	}

	/** Both limits look alike but for the number of seconds. */
	private refuse(seconds: number, span: 'second' | 'month'): Refusal {
		const short = span === 'month' && this.switches.monthlyRetryAfter === 'oneSecond';
		const wait = short || !Number.isFinite(seconds) ? 1 : Math.max(1, Math.ceil(seconds));
		return new Refusal(429, 'rate_limited', 'Too Many Requests', {
			layer: 'limiter',
			...(this.switches.retryAfterOn429 ? { headers: { 'Retry-After': String(wait) } } : {}),
		});
	}

	private usageOf(key: string, now: number): Usage {
		let usage = this.usages.get(key);
		if (usage === undefined) {
			const tokens = this.limits.perSecond;
			usage = { tokens, filledAt: now, monthStart: now, monthEnd: -Infinity, used: 0 };
			this.usages.set(key, usage);
		}
		return usage;
	}

	private refill(usage: Usage, now: number): void {
		// A test that sets the clock back must not empty the bucket.
		const passed = Math.max(0, now - usage.filledAt) / 1000;
		const size = this.limits.perSecond;
		usage.tokens = Math.min(size, usage.tokens + passed * size);
		usage.filledAt = now;
	}

	private turnMonth(usage: Usage, now: number): void {
		if (now >= usage.monthStart && now < usage.monthEnd) return;
		const date = new Date(now);
		const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
		const calendar = this.switches.monthlyReset === 'calendarMonth';
		usage.monthStart = calendar ? Date.UTC(year, month) : now;
		usage.monthEnd = calendar ? Date.UTC(year, month + 1) : now + THIRTY_DAYS_MS;
		usage.used = 0;
	}
}
