/** How many events fell into the last so many milliseconds. */
export class RollingWindow {
	private times: number[] = [];
	private head = 0;

	constructor(private readonly span: number) {}

	count(now: number): number {
		// A test set the clock back: what was counted lies in the future and means nothing.
		if ((this.times.at(-1) ?? now) > now) this.times = [];
		while (this.head < this.times.length && (this.times[this.head] as number) <= now - this.span) {
			this.head += 1;
		}
		if (this.head > 4096 || this.head >= this.times.length) {
			this.times = this.times.slice(this.head);
			this.head = 0;
		}
		return this.times.length - this.head;
	}

	add(now: number): void {
		this.times.push(now);
	}

	/** Milliseconds until fewer than `max` are left in the window. */
	freeIn(now: number, max: number): number {
		const over = this.count(now) - max;
		const last = over < 0 ? undefined : this.times[this.head + over];
		return last === undefined ? 0 : last + this.span - now;
	}
}
