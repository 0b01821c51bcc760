import { plainText } from './outcome';

/** What an operation can say about the way an item becomes a record, besides the record itself. */
export interface Notes {
	/**
	 * A conversion altered a value in a way that a person would care about (`03/04/2026` became
	 * `2026-04-03`); trimming or turning a number into its text is not worth a note.
	 */
	changed(field: string, from: unknown, to: unknown): void;
	/** An input column that is left out because the vendor has no such field. */
	ignored(field: string): void;
}

/** Where the notes about items go. */
export interface Notebook {
	/** Notes about one item; what was noted about it before is forgotten. */
	page(item: number): Notes;
}

/** Keeps the columns that were left out in a run, whichever items had them. */
export interface LeftOut extends Notebook {
	add(column: string): void;
	/** `Left out, unknown to SAS List Data: a, b`; undefined when nothing was. */
	sentence(vendor: string): string | undefined;
}

/** Every item may bring columns of its own: enough to see what is wrong, and little is held. */
const MOST_KEPT = 1000;
const MOST_NAMED = 10;
const LONGEST_NAME = 60;

export function collectLeftOut(): LeftOut {
	const columns = new Set<string>();
	const add = (column: string) => {
		if (columns.size < MOST_KEPT) columns.add(column);
	};
	// Changes are what a preview shows.
	const notes: Notes = { changed: () => undefined, ignored: add };
	return {
		page: () => notes,
		add,
		sentence(vendor) {
			if (columns.size === 0) return undefined;
			const named = [...columns].slice(0, MOST_NAMED).map(shortened);
			const more = columns.size - named.length;
			const others = columns.size < MOST_KEPT ? `${more} more` : 'many more';
			const list = [...named, ...(more > 0 ? [others] : [])].join(', ');
			return `Left out, unknown to ${vendor}: ${list}`;
		},
	};
}

function shortened(name: string): string {
	const text = plainText(name);
	return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…`.toWellFormed() : text;
}
