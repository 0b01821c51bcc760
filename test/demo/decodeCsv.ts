import { DemoProblem } from './problem';

/** Bytes to text, with the mark some programs put in front of UTF-8 removed. */
export function decodeCsv(bytes: Buffer, name: string): string {
	if (bytes.includes(0) || bytes.subarray(0, 2).toString() === 'PK') {
		throw new DemoProblem(`${name} is not a text file; save it as CSV (UTF-8) first`);
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new DemoProblem(`${name} is not UTF-8 text; save it as CSV (UTF-8) first`);
	}
	if (text.trim() === '') throw new DemoProblem(`${name} is empty`);
	return text;
}
