/** A moment later than the last one, in microseconds, even if the clock has not moved. */
export function laterThan(last: number): number {
	return Math.max(Date.now() * 1000, last + 1);
}

/** ISO 8601 with as many digits as there is something to say: 0, 3 or 6. */
export function isoMicros(micros: number): string {
	const text = new Date(Math.floor(micros / 1000)).toISOString();
	const rest = micros % 1000;
	if (rest > 0) return `${text.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
	return text.replace(/\.000Z$/, 'Z');
}
