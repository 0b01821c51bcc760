import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

import { decodeCsv } from './decodeCsv';
import { findDelimiter } from './delimiter';
import { parseRows } from './parseRows';
import { DemoProblem } from './problem';
import type { TextTable } from './table';

export interface OwnFile {
	/** Undefined if the workflow cannot read it as it is: blank lines stop n8n's CSV reader. */
	readonly path: string | undefined;
	readonly table: TextTable;
	readonly idField: string;
	readonly delimiter: string;
	readonly notes: readonly string[];
}

/** Reads the user's own CSV file, or says in one sentence why it cannot be used. */
export async function readOwnFile(
	given: string,
	idField: string,
	folder: string,
): Promise<OwnFile> {
	const path = resolve(folder, given);
	const name = `"${given}"`;
	const text = decodeCsv(await readBytes(path, name), name);
	const delimiter = findDelimiter(text, idField);
	const { columns, rows, blankLines, repeated } = parseRows(text, delimiter, name);
	if (!columns.includes(idField)) {
		const there = columns.map((column) => `"${column}"`).join(', ');
		throw new DemoProblem(
			`${name} has no column "${idField}": name the one with the record IDs with --id-field (columns: ${clipped(there)})`,
		);
	}
	if (rows.length === 0) throw new DemoProblem(`${name} has a header line but no rows`);
	const table = { columns, rows };
	const notes = [
		...repeated.map((column) => `Column "${column}" is there twice; the last one counts.`),
		...(blankLines ? ['The file has blank lines: the workflow reads a copy without them.'] : []),
	];
	return { path: blankLines ? undefined : path, table, idField, delimiter, notes };
}

async function readBytes(path: string, name: string): Promise<Buffer> {
	try {
		if ((await stat(path)).isDirectory()) {
			throw new DemoProblem(`${name} is a folder, and --input takes a CSV file`);
		}
		return await readFile(path);
	} catch (error) {
		if (error instanceof DemoProblem) throw error;
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') {
			throw new DemoProblem(`There is no file ${name}`);
		}
		throw new DemoProblem(`${name} cannot be read (${code ?? String(error)})`);
	}
}

function clipped(list: string): string {
	return list.length <= 300 ? list : `${list.slice(0, 299)}…`;
}
