/** What the vendor's headers say about its limit right now. */
export interface PaceReport {
	/** Requests allowed in one window. */
	readonly limit: number;
	/** Requests left in the window that is running. */
	readonly remaining?: number;
	/** Milliseconds until there are new ones: with none remaining, nothing leaves before. */
	readonly renewsInMs?: number;
}

export interface PaceWindow {
	readonly requests: number;
	readonly windowMs: number;
}

/**
 * Requests leave in order but their ways to the vendor differ by some tens of milliseconds, so a
 * request could reach the vendor's window one too early. Each slot is kept this share of the window
 * longer: 200 ms of ten seconds.
 */
const JITTER = 0.02;
const MAX_JITTER = 0.1;
/** Share of what others use that is kept free on top of it. */
const SHARING_RESERVE = 0.2;

interface Window {
	readonly windowMs: number;
	/** Whether slots are kept longer against jitter. */
	readonly kept: boolean;
	limit: number;
	/** Send times, oldest first; `head` is the first that still counts. */
	sent: number[];
	head: number;
}

/** Keeps requests within sliding windows; tells how long to wait and never waits itself. */
export interface Pace {
	/** Milliseconds until a request may leave; 0 = now. */
	delayMs(now: number): number;
	/** Takes a slot for a request that leaves now. */
	take(now: number): void;
	/** Nothing leaves before this moment. */
	pauseUntil(moment: number): void;
	/** The vendor refused a request although this pace allowed it. */
	overrun(): void;
	/** What an answer's headers say about the vendor's window; `sentAt`: when its request left. */
	learn(report: PaceReport, sentAt: number): void;
	/** Requests per millisecond the vendor's window allows; undefined when there is no such window. */
	rate(): number | undefined;
}

/**
 * @param vendor the vendor's limit, corrected by its headers as answers arrive
 * @param own limits the user set: kept exactly, without a margin
 */
export function createPace(vendor: PaceWindow | undefined, own: readonly PaceWindow[] = []): Pace {
	let pausedUntil = 0;
	let jitter = JITTER;
	const toWindow = (kept: boolean) => (window: PaceWindow) => ({
		windowMs: window.windowMs,
		kept,
		limit: window.requests,
		sent: [],
		head: 0,
	});
	const vendorWindow: Window | undefined = vendor && toWindow(true)(vendor);
	const windows: Window[] = [...(vendorWindow ? [vendorWindow] : []), ...own.map(toWindow(false))];
	const lengthMs = ({ windowMs, kept }: Window) => windowMs * (kept ? 1 + jitter : 1);

	return {
		delayMs(now) {
			let delay = Math.max(0, pausedUntil - now);
			for (const window of windows) {
				forget(window, now - lengthMs(window));
				// Where the clock was set back, slots taken "later than now" count from now.
				if ((window.sent.at(-1) ?? now) > now) {
					window.sent = window.sent.map((at) => Math.min(at, now));
				}
				const blocking = window.sent[window.sent.length - window.limit];
				const used = window.sent.length - window.head;
				if (used < window.limit || blocking === undefined) continue;
				delay = Math.max(delay, blocking + lengthMs(window) - now);
			}
			return delay;
		},
		take(now) {
			for (const window of windows) window.sent.push(now);
		},
		pauseUntil(moment) {
			pausedUntil = Math.max(pausedUntil, moment);
		},
		overrun() {
			jitter = Math.min(MAX_JITTER, jitter * 2);
		},
		learn({ limit, remaining = limit }, sentAt) {
			if (!vendorWindow || !(limit >= 1)) return;
			// More was used than this run had used by then: others share the limit. Leave them their
			// part, and some more, for they will not wait for us.
			const since = sentAt - lengthMs(vendorWindow);
			const ownUse = countUpTo(vendorWindow.sent, sentAt) - countUpTo(vendorWindow.sent, since);
			const others = Math.max(0, limit - remaining - ownUse);
			vendorWindow.limit = Math.max(1, Math.floor(limit - others * (1 + SHARING_RESERVE)));
		},
		rate: () => vendorWindow && vendorWindow.limit / vendorWindow.windowMs,
	};
}

/** Lets go of slots taken at or before `moment`; compacts now and then so that memory stays bounded. */
function forget(window: Window, moment: number): void {
	while (window.head < window.sent.length && (window.sent[window.head] ?? 0) <= moment) {
		window.head += 1;
	}
	if (window.head > 1024) {
		window.sent = window.sent.slice(window.head);
		window.head = 0;
	}
}

/** How many of the moments, which are in order, come no later than this one. */
function countUpTo(moments: readonly number[], moment: number): number {
	let [low, high] = [0, moments.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((moments[middle] ?? 0) <= moment) low = middle + 1;
		else high = middle;
	}
	return low;
}
