/**
 * Runs code in simulated time over real loopback HTTP. Timers and Date are jest's; sockets are
 * real. Time only moves while the network is quiet: when every request that is under way is one
 * that the server holds back with a timer of its own. So latencies, pauses and deadlines come out
 * exact to the millisecond, and an hour of waiting takes no time.
 */
import { performance } from 'node:perf_hooks';

import { watchHttpTraffic } from './httpTraffic';

export interface VirtualTimeOptions {
	/**
	 * How many requests the server is holding on a timer right now. Requests that began before
	 * useVirtualTime() are unknown to it: start with none.
	 */
	held: () => number;
	/** What Date says at the start. */
	startAt?: Date | number;
	/** Real time after which a network that does not come to rest is an error. Default 10 s. */
	stalledAfterRealMs?: number;
}

export interface VirtualTime {
	/** Moves time until the promise settles, and hands on its outcome. */
	drive<T>(promise: PromiseLike<T>, options?: { maxVirtualMs?: number }): Promise<T>;
	now(): number;
	elapsedMs(): number;
	/** Calls back when elapsedMs() is the given number (now, when that has passed already). */
	at(virtualMs: number, callback: () => void): void;
	restore(): void;
}

/** Everything but the clock of timers and Date keeps running for real: I/O depends on it. */
const real = [
	'nextTick',
	'setImmediate',
	'clearImmediate',
	'queueMicrotask',
	'performance',
	'hrtime',
] as const;

/** One turn of the loop can lie between two steps of an exchange, so one quiet turn proves nothing. */
const quietTurns = 8;
const emptyForRealMs = 250;
const day = 24 * 3_600_000;

const nextTurn = setImmediate;

export function useVirtualTime({
	held,
	startAt = Date.UTC(2026, 0, 5, 9),
	stalledAfterRealMs = 10_000,
}: VirtualTimeOptions): VirtualTime {
	if (typeof jest === 'undefined') throw new Error('Virtual time needs jest and its fake timers');
	const traffic = watchHttpTraffic();
	const start = Number(startAt);
	jest.useFakeTimers({ now: start, doNotFake: [...real] });
	const elapsedMs = () => Date.now() - start;

	async function untilQuiet(settled: () => boolean): Promise<void> {
		let seen = traffic.events();
		let lastEventAt = performance.now();
		for (let quiet = 0; quiet < quietTurns && !settled();) {
			await turn();
			if (traffic.events() !== seen) {
				seen = traffic.events();
				lastEventAt = performance.now();
				quiet = 0;
			} else if (traffic.inFlight() !== held() || (quiet === quietTurns - 1 && busyOutsideHttp())) {
				quiet = 0;
				if (performance.now() - lastEventAt > stalledAfterRealMs) throw new Error(stalled());
			} else {
				quiet++;
			}
		}
	}

	const state = () =>
		`${traffic.inFlight()} requests under way, ${held()} held by the server, ` +
		`${jest.getTimerCount()} timers pending, ${elapsedMs()} ms of virtual time passed`;
	const stalled = () =>
		`Virtual time: the network never came to rest (${state()}). Either something hangs on ` +
		'the wire, or held() does not count what the server holds (also when a client went away).';

	/** Nothing HTTP and no timer, but maybe something else: that gets a moment of real time. */
	async function untilAnythingIsPending(settled: () => boolean): Promise<void> {
		const before = traffic.events();
		const waitingSince = performance.now();
		while (!settled() && jest.getTimerCount() === 0 && traffic.events() === before) {
			if (performance.now() - waitingSince > emptyForRealMs) {
				throw new Error(`Virtual time: nothing left to wait for, never settled (${state()})`);
			}
			await turn();
		}
	}

	function advance(maxVirtualMs: number): void {
		jest.advanceTimersToNextTimer();
		// The others of the same instant: a server's simultaneous answers arrive together.
		jest.advanceTimersByTime(0);
		if (elapsedMs() > maxVirtualMs) {
			throw new Error(`Virtual time: not settled within ${maxVirtualMs} ms (${state()})`);
		}
	}

	return {
		async drive(promise, { maxVirtualMs = day } = {}) {
			const limit = elapsedMs() + maxVirtualMs;
			let done = false;
			const settle = () => {
				done = true;
			};
			promise.then(settle, settle);
			const settled = () => done;
			for (;;) {
				await untilQuiet(settled);
				if (done) return await promise;
				if (jest.getTimerCount() === 0) await untilAnythingIsPending(settled);
				else advance(limit);
			}
		},
		now: () => Date.now(),
		elapsedMs,
		at(virtualMs, callback) {
			setTimeout(callback, Math.max(0, virtualMs - elapsedMs()));
		},
		restore() {
			traffic.stop();
			jest.useRealTimers();
		},
	};
}

async function turn(): Promise<void> {
	await new Promise<void>((resolve) => {
		nextTurn(() => resolve());
	});
}

/**
 * File access, name look-ups and half-done socket work, none of which waits for a turn of the loop.
 * Node does not list asynchronous compression and cryptography: nothing can wait for those.
 */
function busyOutsideHttp(): boolean {
	return process.getActiveResourcesInfo().some((name) => pendingWork.test(name));
}

const pendingWork = /Req|ConnectWrap|ShutdownWrap|WriteWrap/;
