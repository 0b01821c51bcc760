import { CsvError, parse } from 'csv-parse/sync';

import { DemoProblem } from './problem';
import type { TextRow, TextTable } from './table';

interface Parsed extends TextTable {
	readonly blankLines: boolean;
	/** Columns that are there more than once; the last one counts, as in n8n. */
	readonly repeated: readonly string[];
}

/** Parses CSV the way n8n's Extract from File does, except that blank lines are passed over. */
export function parseRows(text: string, delimiter: string, name: string): Parsed {
	let columns: string[] = [];
	try {
		const rows = parse(text, {
			delimiter,
			relax_quotes: true,
			skip_empty_lines: true,
			columns: (header: string[]) => (columns = header),
		}) as TextRow[];
		const different = [...new Set(columns)];
		return {
			columns: different,
			rows,
			blankLines: /^\r?\n|\n\r?\n/.test(text),
			repeated: different.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name)),
		};
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw new DemoProblem(sentence(error, name, columns.length));
	}
}

function sentence({ code, message, ...more }: CsvError, name: string, columns: number): string {
	const { lines, record } = more as { lines?: number; record?: unknown };
	if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS' && Array.isArray(record)) {
		return `Line ${lines} of ${name} has ${record.length} cells, and its header has ${columns}`;
	}
	if (code === 'CSV_QUOTE_NOT_CLOSED') {
		return `${name} has a quotation mark that is never closed`;
	}
	return `${name} cannot be read as CSV: ${message}`;
}
