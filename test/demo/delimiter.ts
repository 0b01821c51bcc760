import { parse } from 'csv-parse/sync';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What separates the columns: what makes the ID column appear, else what splits the header most. */
export function findDelimiter(text: string, idField: string): string {
	const headers = DELIMITERS.map((delimiter) => ({ delimiter, columns: header(text, delimiter) }));
	const fitting = headers.find(({ columns }) => columns.length > 1 && columns.includes(idField));
	if (fitting) return fitting.delimiter;
	headers.sort((a, b) => b.columns.length - a.columns.length);
	return headers[0]?.delimiter ?? ',';
}

function header(text: string, delimiter: string): string[] {
	try {
		const options = { delimiter, to: 1, relax_quotes: true, skip_empty_lines: true };
		return (parse(text, options) as string[][])[0] ?? [];
	} catch {
		return [];
	}
}
