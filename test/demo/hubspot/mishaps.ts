import type { Random } from '../../sandbox/random';
import type { Repair } from '../evidence';
import { ID_COLUMN, isoDay } from './contactRow';

type Cells = Record<string, string>;

/** Something that goes wrong in real lists, and in how many of 10,000 rows. */
interface Mishap {
	readonly rows: number;
	/** HubSpot takes the row all the same. */
	readonly harmless?: true;
	/** @returns what a careful person would write instead, where that takes no guess */
	readonly happen: (row: Cells, random: Random) => Repair | undefined;
}

const DATES = ['contract_start', 'birthdate'];

type Strange = readonly [cell: string, repaired?: string];

/** What people see in HubSpot can be put right; what they call it themselves would be a guess. */
const STRANGE_OPTIONS: ReadonlyArray<readonly [column: string, cells: readonly Strange[]]> = [
	[
		'lifecyclestage',
		[
			['Kunde'],
			['Customer', 'customer'],
			['Sales Qualified Lead', 'salesqualifiedlead'],
			['Interessent'],
		],
	],
	[
		'hs_lead_status',
		[['In Bearbeitung'], ['Open deal', 'OPEN_DEAL'], ['offen'], ['Kein Interesse']],
	],
	[
		'newsletter_opt_in',
		[
			['yes', 'true'],
			['ja', 'true'],
			['TRUE', 'true'],
			['n', 'false'],
		],
	],
	[
		'interests',
		[
			['Data imports', 'imports'],
			['imports, reporting', 'imports;reporting'],
			['reporting;Automation', 'reporting;automation'],
		],
	],
];

/** No row meets two of them, so that each refusal has one reason. */
export const MISHAPS: readonly Mishap[] = [
	{ rows: 140, happen: misspellEmail },
	{ rows: 95, happen: (row, random) => writeDate(row, random, (y, m, d) => `${d}.${m}.${y}`) },
	{ rows: 75, happen: (row, random) => writeDate(row, random, (y, m, d) => `${m}/${d}/${y}`) },
	{ rows: 48, happen: useLabel },
	{ rows: 70, happen: separateThousands },
	{ rows: 28, happen: (row) => setId(row, row['email'] ?? '') },
	{ rows: 6, happen: (row, random) => setId(row, random.pick(['', ' ', 'n/a'])) },
	// A spreadsheet took the ids for numbers.
	{
		rows: 160,
		harmless: true,
		happen: (row) => setId(row, `${row[ID_COLUMN]?.trim()}.0`),
	},
];

function setId(row: Cells, cell: string): undefined {
	row[ID_COLUMN] = cell;
}

/** Which address is meant is a guess. */
function misspellEmail(row: Cells, random: Random): undefined {
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
): Repair {
	const column = random.pick(DATES);
	const iso = isoDay(random, 1990, 35);
	const [year = '', month = '', day = ''] = iso.split('-');
	row[column] = format(year, month, day);
	return [column, iso];
}

function useLabel(row: Cells, random: Random): Repair | undefined {
	const [column, cells] = random.pick(STRANGE_OPTIONS);
	const [cell, repaired] = random.pick(cells);
	row[column] = cell;
	return repaired === undefined ? undefined : [column, repaired];
}

function separateThousands(row: Cells, random: Random): Repair {
	const separator = random.pick([',', '.', ' ', "'"]);
	const revenue = String(1_000_000 + random.below(80_000) * 500);
	row['annualrevenue'] = revenue.replace(/\B(?=(\d{3})+$)/g, separator);
	return ['annualrevenue', revenue];
}
