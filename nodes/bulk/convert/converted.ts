/**
 * What became of a value that was to take the form of the vendor's field. Empty means null, no text or
 * only spaces; what that leads to is the user's choice (Empty Values). A problem says what was found
 * and what is expected.
 */
export type Converted<T> =
	{ readonly value: T } | { readonly empty: true } | { readonly problem: string };

const EMPTY = { empty: true } as const;

/**
 * The plain value of a cell: text trimmed, dates (Luxon's included) in their own text form, the rest
 * as it is. Undefined where it is empty.
 */
export function plainCell(value: unknown): unknown {
	if (typeof value === 'string') return value.trim() || undefined;
	if (typeof value !== 'object' || value === null) return value ?? undefined;
	const { toJSON } = value as { toJSON?: unknown };
	const text: unknown = typeof toJSON === 'function' ? toJSON.call(value) : undefined;
	return typeof text === 'string' ? text.trim() || undefined : value;
}

/** Converts what is there; nothing stays nothing. */
export function unlessEmpty<T>(
	value: unknown,
	convert: (plain: unknown) => Converted<T>,
): Converted<T> {
	const plain = plainCell(value);
	return plain === undefined ? EMPTY : convert(plain);
}
