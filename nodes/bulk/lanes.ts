/** How many requests are in flight at once. */
export interface Lanes {
	width(): number;
	/** An answer came after `latencyMs`; `rate` is the vendor's limit in requests per millisecond. */
	answered(latencyMs: number, rate: number | undefined): void;
	/** The vendor is busy with our parallel writes: fewer for a while. */
	crowded(): void;
}

/** Enough to use up a burst quickly even where the average rate would need fewer. */
const LEAST = 10;
/** Answers without a complaint until one more lane is opened after {@link Lanes.crowded}. */
const ANSWERS_PER_LANE = 10;

/**
 * The first request goes alone: a wrong credential or address then costs one request, and its
 * headers tell the limit. After that as many as keep the limit busy (Little's law: rate × latency).
 *
 * @param most never more than this
 * @param fixed the user's choice; replaces the calculation
 */
export function createLanes(most: number, fixed?: number): Lanes {
	let cap = fixed ?? most;
	let latencyMs: number | undefined;
	let rate: number | undefined;
	let calmAnswers = 0;
	return {
		width() {
			if (latencyMs === undefined) return 1;
			if (fixed !== undefined || rate === undefined) return cap;
			const needed = Math.ceil(rate * latencyMs * 1.25) + 1;
			return Math.min(cap, Math.max(LEAST, needed));
		},
		answered(newLatencyMs, newRate) {
			latencyMs = latencyMs === undefined ? newLatencyMs : latencyMs * 0.8 + newLatencyMs * 0.2;
			rate = newRate;
			calmAnswers += 1;
			if (calmAnswers < ANSWERS_PER_LANE) return;
			calmAnswers = 0;
			cap = Math.min(fixed ?? most, cap + 1);
		},
		crowded() {
			cap = Math.max(1, Math.floor(cap / 2));
			calmAnswers = 0;
		},
	};
}
