import { parse } from 'csv-parse/sync';

import type { JsonObject } from '../json';
import type { PlannedRow } from './judgeRows';
import { sasError } from './refusal';
import type { Cell, Rows } from './rows';
import type { SasSwitches } from './switches';

interface CsvVerdict {
	plan: PlannedRow[];
	errors: JsonObject[];
}

/**
 * The whole file is judged first: header names and positions equal the columns, blanks only where
 * there is neither key nor number. https://developer.sas.com/rest-apis/listData/createImportJob
 */
export function judgeCsv(
	content: Buffer,
	delimiter: string,
	rows: Rows,
	switches: Pick<SasSwitches, 'importMode'>,
	threshold: number,
): CsvVerdict {
	const verdict: CsvVerdict = { plan: [], errors: [] };
	const bad = (says: string): void => {
		verdict.errors.push(sasError(400, says));
	};
	const lines = readLines(content, delimiter);
	const header = lines?.shift();
	const names = rows.columns.map(({ name }) => name);
	if (lines === undefined || header === undefined) bad('The file is not readable as CSV.');
	else if (header.length !== names.length || names.some((name, at) => name !== header[at])) {
		bad(`The header must be ${names.join(delimiter)}.`);
	} else {
		lines.forEach((line, position) => {
			if (verdict.errors.length < threshold) judgeLine(line, position);
		});
	}
	return verdict;

	function judgeLine(line: string[], position: number): void {
		const before = verdict.errors.length;
		const place = `Row ${position + 1}:`;
		if (line.length !== names.length) return bad(`${place} has ${line.length} values.`);
		const values: Record<string, Cell> = {};
		rows.columns.forEach(({ name, dataType, isKey }, at) => {
			const text = line[at] as string;
			if (text === '' && (isKey || dataType === 'number')) bad(`${place} ${name} needs a value.`);
			const number = text.trim() === '' ? NaN : Number(text);
			if (dataType === 'string') values[name] = text;
			else if (Number.isFinite(number)) values[name] = number;
			else if (text !== '') bad(`${place} ${name} is no number.`);
		});
		if (verdict.errors.length > before) return;
		const key = rows.keyOf(values);
		const exists = !rows.duplicates && rows.find(key) !== undefined;
		if (exists && switches.importMode === 'refuseExisting') {
			return bad(`${place} its key is in the list already.`);
		}
		verdict.plan.push({ position, key, values });
	}
}

/** All lines with the header, or undefined if the text is no CSV. */
export function readLines(content: Buffer, delimiter: string): string[][] | undefined {
	try {
		return parse(content, {
			delimiter,
			bom: true,
			relax_column_count: true,
			skip_empty_lines: true,
		});
	} catch {
		return undefined;
	}
}
