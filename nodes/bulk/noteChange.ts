import type { Notes } from './notes';

/** Notes a conversion, unless the value only lost spaces or became the text of what it was. */
export function noteChange(notes: Notes | undefined, field: string, from: unknown, to: unknown) {
	if (notes !== undefined && asText(from) !== asText(to)) notes.changed(field, from, to);
}

function asText(value: unknown): string | undefined {
	return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
