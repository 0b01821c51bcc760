const LONGEST = 80;

/** A value inside a sentence: quoted, on one line, not too long. */
export function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? 'nothing';
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** 12345 → 12,345 */
export function grouped(value: number): string {
	return value.toLocaleString('en-US');
}
