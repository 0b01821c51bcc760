/** Requests that wait on a timer. Counted, so a test that owns the clock knows when all is idle. */
export class Holds {
	private readonly waiting = new Set<() => void>();

	get count(): number {
		return this.waiting.size;
	}

	/** Resolves after `ms`, or at once when the sandbox closes. Costs no timer for zero. */
	async wait(ms: number): Promise<void> {
		if (ms <= 0) return;
		await new Promise<void>((resolve) => {
			// Tests swap the global timers, so both halves are taken from the same set here.
			const clear = clearTimeout;
			const finish = (): void => {
				this.waiting.delete(release);
				resolve();
			};
			const timer = setTimeout(finish, ms);
			const release = (): void => {
				clear(timer);
				finish();
			};
			this.waiting.add(release);
		});
	}

	releaseAll(): void {
		for (const release of [...this.waiting]) release();
	}
}
