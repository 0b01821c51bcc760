import type { Clock } from '../../../nodes/bulk/clock';

export interface SimulatedClock extends Clock {
	/** Simulated milliseconds since the clock was made. */
	elapsed(): number;
	/** Runs an action at a moment counted like {@link elapsed}. */
	at(elapsedMs: number, action: () => void): void;
	/** Every wait that was asked for, in order. */
	readonly sleeps: number[];
}

interface Timer {
	readonly due: number;
	readonly order: number;
	readonly fire: () => void;
}

const EPOCH = 1_800_000_000_000;

/**
 * Time that passes only when nobody has anything left to do: once all promises have settled, the clock
 * jumps to the next timer. Like the real ones, timers last whole milliseconds and at least one.
 *
 * @param chance what `random()` answers
 */
export function simulatedClock(chance: () => number = () => 0.5): SimulatedClock {
	let now = EPOCH;
	let order = 0;
	let pumping = false;
	const timers = new Set<Timer>();
	const sleeps: number[] = [];

	function add(due: number, fire: () => void): Timer {
		const timer = { due, order: order++, fire };
		timers.add(timer);
		if (!pumping) {
			pumping = true;
			setImmediate(pump);
		}
		return timer;
	}

	function pump(): void {
		let next: Timer | undefined;
		for (const timer of timers) {
			const sooner = next && (timer.due - next.due || timer.order - next.order) < 0;
			if (!next || sooner) next = timer;
		}
		if (!next) {
			pumping = false;
			return;
		}
		timers.delete(next);
		now = Math.max(now, next.due);
		next.fire();
		setImmediate(pump);
	}

	return {
		sleeps,
		now: () => now,
		random: chance,
		elapsed: () => now - EPOCH,
		at: (elapsedMs, action) => void add(EPOCH + elapsedMs, action),
		sleep: (ms, signal) =>
			new Promise((resolve) => {
				sleeps.push(ms);
				if (signal.aborted) {
					resolve();
					return;
				}
				const timer = add(now + Math.max(1, Math.trunc(ms)), () => {
					signal.removeEventListener('abort', end);
					resolve();
				});
				function end(): void {
					timers.delete(timer);
					resolve();
				}
				signal.addEventListener('abort', end, { once: true });
			}),
	};
}
