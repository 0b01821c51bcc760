let lastMoment = NaN;
let lastStamp = '';

/** ISO time of a moment; a batch asks for the same one a thousand times. */
export function stampOf(moment: number): string {
	if (moment !== lastMoment) {
		lastStamp = new Date(moment).toISOString();
		lastMoment = moment;
	}
	return lastStamp;
}
