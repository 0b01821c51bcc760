/** Whether a hostile value travelled as what it is, however the vendor wants it written. */

/** All values of JSON texts that are no objects or lists, as texts. */
export function leavesIn(bodies: readonly unknown[]): ReadonlySet<string> {
	const leaves = new Set<string>();
	const waiting = [...bodies];
	for (
		let value = waiting.pop();
		value !== undefined || waiting.length > 0;
		value = waiting.pop()
	) {
		if (typeof value === 'object' && value !== null) waiting.push(...Object.values(value));
		else leaves.add(String(value));
	}
	return leaves;
}

export function wasSent(value: unknown, leaves: ReadonlySet<string>): boolean {
	if (value instanceof Set || ArrayBuffer.isView(value)) return false;
	if (value instanceof Date) return datesOf(value).some((text) => leaves.has(text));
	if (Array.isArray(value)) {
		const present = value.filter((entry) => !isNothing(entry));
		const joined = [';', ','].some((separator) => leaves.has(present.join(separator)));
		return joined || present.every((entry) => wasSent(entry, leaves));
	}
	if (typeof value === 'object' && value !== null) {
		return Object.values(value).every((inner) => wasSent(inner, leaves));
	}
	if (isNothing(value)) return true;
	const text = String(value).trim();
	return leaves.has(text) || leaves.has(String(value)) || isSameNumber(text, leaves);
}

const isNothing = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function datesOf(date: Date): string[] {
	if (Number.isNaN(date.getTime())) return [];
	const iso = date.toISOString();
	return [iso, iso.replace('.000', ''), iso.slice(0, 10), String(date.getTime())];
}

/** A vendor may want a number without an exponent. */
function isSameNumber(text: string, leaves: ReadonlySet<string>): boolean {
	const number = Number(text);
	return text !== '' && [...leaves].some((leaf) => leaf !== '' && Number(leaf) === number);
}
