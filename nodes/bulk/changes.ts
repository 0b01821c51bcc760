import type { LeftOut, Notebook, Notes } from './notes';

/** A value that normalization altered in a way that a person would care about. */
export interface Change {
	readonly field: string;
	readonly from: unknown;
	readonly to: unknown;
}

export interface ItemNotes {
	readonly changed: readonly Change[];
	/** Columns that the vendor does not know. */
	readonly leftOut: readonly string[];
}

/** Keeps the notes of each item until somebody takes them. */
export interface NotesByItem extends Notebook {
	take(item: number): ItemNotes;
}

const NOTHING: ItemNotes = { changed: [], leftOut: [] };
const LONGEST_TEXT = 500;

/** @param leftOut told of every column, also of those in items that are rejected */
export function collectNotes(leftOut: LeftOut): NotesByItem {
	const pages = new Map<number, { readonly changed: Change[]; readonly leftOut: string[] }>();
	const pageOf = (item: number) => {
		const page = pages.get(item) ?? { changed: [], leftOut: [] };
		pages.set(item, page);
		return page;
	};
	return {
		page(item): Notes {
			pages.delete(item);
			return {
				changed(field, from, to) {
					pageOf(item).changed.push({ field, from: shown(from), to: shown(to) });
				},
				ignored(field) {
					leftOut.add(field);
					pageOf(item).leftOut.push(field);
				},
			};
		},
		take(item) {
			const page = pages.get(item) ?? NOTHING;
			pages.delete(item);
			return page;
		},
	};
}

/** As JSON can hold it; long texts are cut, for the body has them in full. */
function shown(value: unknown): unknown {
	if (typeof value === 'string') {
		return value.length > LONGEST_TEXT
			? `${value.slice(0, LONGEST_TEXT - 1)}…`.toWellFormed()
			: value;
	}
	if (value === undefined) return null;
	return typeof value === 'bigint' ? String(value) : value;
}
