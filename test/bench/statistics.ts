export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The median of what two rows of rounds give pair by pair: both met the same noise. */
export function medianOfPairs(
	one: readonly number[],
	other: readonly number[],
	combine: (a: number, b: number) => number,
): number {
	return median(one.map((value, round) => combine(value, other[round] ?? Number.NaN)));
}

export function rounded(value: number, digits = 2): number {
	return Number(value.toFixed(digits));
}
