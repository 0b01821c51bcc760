import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';

import type { Claim } from './claims';
import { errorCsv } from './errorCsv';
import type { Table } from './table';
import type { DemoVendor } from './vendor';

/** Writes the items a workflow is to get, as the CSV file it reads or as JSON; returns the file. */
export async function writeItems(
	folder: string,
	{ workflow, nodes }: Pick<DemoVendor, 'workflow' | 'nodes'>,
	{ columns, rows }: Table,
): Promise<string> {
	const isCsv = nodes.file !== undefined;
	const file = join(folder, `${workflow}.${isCsv ? 'csv' : 'items.json'}`);
	const text = isCsv
		? stringify([...rows], { header: true, columns: [...columns] })
		: `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
	await writeFile(file, text);
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
