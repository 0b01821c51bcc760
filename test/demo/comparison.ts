import type { Account } from './account';
import { grouped } from './shown';

/** The accounts of several vendors side by side. */
export function comparison(accounts: ReadonlyArray<readonly [string, Account]>): string {
	const header = ['', ...COLUMNS.map(([title]) => title)];
	const rows = accounts.map(([name, account]) => [
		name,
		...COLUMNS.map(([, cell]) => cell(account)),
	]);
	const table = [header, ...rows];
	const widths = header.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
	return table
		.map((row) =>
			row
				.map((cell, at) =>
					at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0),
				)
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

const COLUMNS: ReadonlyArray<readonly [string, (account: Account) => string]> = [
	['items', ({ items }) => grouped(items)],
	['written', ({ written }) => grouped(written)],
	['rejected', ({ rejected }) => grouped(rejected)],
	['unconfirmed', ({ unconfirmed }) => grouped(unconfirmed)],
	['not sent', ({ notSent }) => grouped(notSent)],
	['requests', ({ requests }) => grouped(requests)],
	['retries', ({ retries }) => grouped(retries)],
	['seconds', ({ seconds }) => seconds.toFixed(1)],
	['store', ({ storeAgrees }) => (storeAgrees ? 'agrees' : 'DISAGREES')],
];
