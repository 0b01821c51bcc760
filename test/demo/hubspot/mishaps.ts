import type { Random } from '../../sandbox/random';
import { ID_COLUMN, isoDay } from './contactRow';

type Cells = Record<string, string>;

/** Something that goes wrong in real lists, and in how many of 10,000 rows. */
interface Mishap {
	readonly rows: number;
	/** HubSpot takes the row all the same. */
	readonly harmless?: true;
	readonly happen: (row: Cells, random: Random) => void;
}

const DATES = ['contract_start', 'birthdate'];

const STRANGE_OPTIONS: ReadonlyArray<readonly [column: string, cells: readonly string[]]> = [
	['lifecyclestage', ['Kunde', 'Customer', 'Sales Qualified Lead', 'Interessent']],
	['hs_lead_status', ['In Bearbeitung', 'Open deal', 'offen', 'Kein Interesse']],
	['newsletter_opt_in', ['yes', 'ja', 'TRUE', 'n']],
	['interests', ['Data imports', 'imports, reporting', 'reporting;Automation']],
];

/** No row meets two of them, so that each refusal has one reason. */
export const MISHAPS: readonly Mishap[] = [
	{ rows: 140, happen: misspellEmail },
	{ rows: 95, happen: (row, random) => writeDate(row, random, (y, m, d) => `${d}.${m}.${y}`) },
	{ rows: 75, happen: (row, random) => writeDate(row, random, (y, m, d) => `${m}/${d}/${y}`) },
	{ rows: 48, happen: useLabel },
	{ rows: 70, happen: separateThousands },
	{ rows: 28, happen: (row) => void (row[ID_COLUMN] = row['email'] ?? '') },
	{ rows: 6, happen: (row, random) => void (row[ID_COLUMN] = random.pick(['', ' ', 'n/a'])) },
	// A spreadsheet took the ids for numbers.
	{
		rows: 160,
		harmless: true,
		happen: (row) => void (row[ID_COLUMN] = `${row[ID_COLUMN]?.trim()}.0`),
	},
];

function misspellEmail(row: Cells, random: Random): void {
	const email = (row['email'] ?? '').trim();
	row['email'] = random.pick([
		email.replace('@', ''),
		email.replace('@', '@@'),
		email.replace('@', ' @ '),
		email.replace(/\.example$/, '.con'),
		email.replace(/\.example$/, ''),
		email.replace('.', '..'),
		email.replace('.', ','),
		email.replace('@', '(at)'),
	]);
}

function writeDate(
	row: Cells,
	random: Random,
	format: (year: string, month: string, day: string) => string,
): void {
	const column = random.pick(DATES);
	const [year = '', month = '', day = ''] = isoDay(random, 1990, 35).split('-');
	row[column] = format(year, month, day);
}

function useLabel(row: Cells, random: Random): void {
	const [column, cells] = random.pick(STRANGE_OPTIONS);
	row[column] = random.pick(cells);
}

function separateThousands(row: Cells, random: Random): void {
	const separator = random.pick([',', '.', ' ', "'"]);
	const revenue = String(1_000_000 + random.below(80_000) * 500);
	row['annualrevenue'] = revenue.replace(/\B(?=(\d{3})+$)/g, separator);
}
