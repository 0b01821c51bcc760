/** For tests of the simulators: time that only moves when it is told to. */
const KEEP_REAL = [
	'nextTick',
	'setImmediate',
	'clearImmediate',
	'queueMicrotask',
	'setInterval',
	'clearInterval',
	'performance',
	'hrtime',
] as const;

/** Time stands still until the test moves it. Node's own networking keeps running. */
export function stopClock(at = '2026-01-05T10:00:00.000Z'): void {
	jest.useFakeTimers({ now: new Date(at), doNotFake: [...KEEP_REAL] });
}

export function moveClock(milliseconds: number): void {
	jest.setSystemTime(Date.now() + milliseconds);
}

/** Real turns of the event loop until something is true; no timer is involved. */
export async function until(condition: () => boolean): Promise<void> {
	for (let turn = 0; turn < 100_000; turn++) {
		if (condition()) return;
		await new Promise((resolve) => setImmediate(resolve));
	}
	throw new Error('It never came true');
}
