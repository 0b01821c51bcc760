import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { carryOut } from '../../nodes/bulk/carryOut';
import type { emit } from '../../nodes/bulk/emit';

export interface MemoryWatch {
	/** Ends the watch. */
	end(): Promise<Watched>;
}

export interface Watched {
	/** The most that was alive at one of its looks. */
	readonly peakBytes: number;
	/** What was alive when n8n called the node, its own copy of the input items included. */
	readonly atCallBytes: number;
}

/** What is alive now, after a full collection of garbage. */
export function liveBytes(): number {
	global.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** Looks take long where much is alive: the run gets three times as long in between. */
const PAUSE_PER_LOOK = 3;

/**
 * Looks again and again at what is alive while a run goes on, and once more at the moment when the
 * output is complete and everything it was made from is still there.
 */
export function watchMemory(): MemoryWatch {
	let peak = 0;
	let atCallBytes = Number.NaN;
	let ended = false;
	const look = (): number => {
		const startedAt = performance.now();
		peak = Math.max(peak, liveBytes());
		return performance.now() - startedAt;
	};
	const start = createRequire(__filename)('../../dist/nodes/bulk/carryOut') as {
		carryOut: typeof carryOut;
	};
	const originalStart = start.carryOut;
	start.carryOut = async (...given) => {
		atCallBytes = liveBytes();
		return await originalStart(...given);
	};
	// The last step is one stretch of work without a turn of the event loop in which to look.
	const built = createRequire(__filename)('../../dist/nodes/bulk/emit') as { emit: typeof emit };
	const original = built.emit;
	built.emit = (...given) => {
		const items = original(...given);
		look();
		return items;
	};
	const watching = (async () => {
		while (!ended) await pause(Math.max(20, PAUSE_PER_LOOK * look()));
	})();
	return {
		async end() {
			ended = true;
			await watching;
			built.emit = original;
			start.carryOut = originalStart;
			return { peakBytes: peak, atCallBytes };
		},
	};
}
