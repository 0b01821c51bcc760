const EVERY_MS = 50;

/** Resident memory of this process from now on: its peak, and what was added since the start. */
export function sampleMemory(): { stop(): { peak: number; added: number } } {
	(globalThis as { gc?: () => void }).gc?.();
	const before = process.memoryUsage.rss();
	let peak = before;
	const look = () => {
		peak = Math.max(peak, process.memoryUsage.rss());
	};
	const timer = setInterval(look, EVERY_MS);
	return {
		stop() {
			clearInterval(timer);
			look();
			return { peak, added: peak - before };
		},
	};
}
