/** What was found where something else is expected, short enough for a sentence. */
export function found(value: unknown): string {
	if ((value ?? undefined) === undefined) return 'nothing';
	if (typeof value === 'bigint' || typeof value === 'number') return String(value);
	if (typeof value === 'object' && value !== null) {
		return Array.isArray(value) ? 'a list' : 'an object';
	}
	if (typeof value !== 'string') return typeof value === 'boolean' ? String(value) : typeof value;
	const text = JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 58)}…"` : text;
}
