import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';

import type { Claim } from './claims';
import { errorCsv } from './errorCsv';
import type { Table } from './table';

/** Writes the rows a workflow is to read; returns the file. */
export async function writeRows(
	folder: string,
	name: string,
	{ columns, rows }: Table,
): Promise<string> {
	const file = join(folder, `${name}.csv`);
	await writeFile(file, stringify([...rows], { header: true, columns: [...columns] }));
	return file;
}

/** Writes the error branch; returns the file. */
export async function writeErrors(
	folder: string,
	name: string,
	table: Table,
	failed: readonly Claim[],
): Promise<string> {
	const file = join(folder, `${name}.errors.csv`);
	await writeFile(file, errorCsv(table, failed));
	return file;
}
