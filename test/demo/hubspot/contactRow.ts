import type { Random } from '../../sandbox/random';
import type { TextRow } from '../table';

/** Column names are HubSpot's internal property names, apart from the ID. */
export const ID_COLUMN = 'Record ID';

const NEW_JOBS = [
	'Head of procurement',
	'Einkaufsleiterin (Süd)',
	'Directeur général',
	'Key account manager 🚀',
	'Założycielka',
	'CTO / co-founder',
	'Buchhaltung & Controlling',
];

const NOTES = [
	'Met at the fair in Köln 🎪, wants a call in spring',
	'Prefers e-mail ✉️; "no calls, please"',
	'Très intéressé par l’offre d’été',
	'Çok memnun 👍🏽',
	'Two sites:\nLinz and Graz',
	'发票请寄总部',
	'Asked for a quote, 3 % discount agreed',
];

const INTERESTS = ['imports', 'reporting', 'imports;automation', 'field_service;reporting'];
const YES_OR_NO = ['true', 'false'];

/** What a sales team would send back for a contact: mostly right, with gaps and stray spaces. */
export function contactRow(random: Random, id: string, known: TextRow): Record<string, string> {
	const maybe = (percent: number, cell: string): string => (random.chance(percent) ? cell : '');
	const row: Record<string, string> = {
		[ID_COLUMN]: id,
		email: known['email'] ?? '',
		firstname: known['firstname'] ?? '',
		lastname: known['lastname'] ?? '',
		phone: maybe(85, known['phone'] ?? ''),
		company: known['company'] ?? '',
		jobtitle: maybe(75, random.pick(NEW_JOBS)),
		city: known['city'] ?? '',
		zip: maybe(90, known['zip'] ?? ''),
		country: known['country'] ?? '',
		website: maybe(60, known['website'] ?? ''),
		// Later than where any of them stands now: stages only move forward.
		lifecyclestage: maybe(50, random.pick(['opportunity', 'customer'])),
		hs_lead_status: maybe(70, random.pick(['NEW', 'OPEN', 'IN_PROGRESS', 'CONNECTED'])),
		annualrevenue: maybe(65, String((1 + random.below(9000)) * 1000)),
		numemployees: maybe(60, String(1 + random.below(900))),
		birthdate: maybe(40, isoDay(random, 1950, 50)),
		contract_start: maybe(80, isoDay(random, 2015, 11)),
		newsletter_opt_in: maybe(90, random.pick(YES_OR_NO)),
		interests: maybe(45, random.pick(INTERESTS)),
		notes: maybe(35, random.pick(NOTES)),
	};
	if (random.chance(6)) addSpaces(random, row);
	return row;
}

export function isoDay(random: Random, firstYear: number, years: number): string {
	const day = Date.UTC(firstYear + random.below(years), random.below(12), 1 + random.below(28));
	return new Date(day).toISOString().slice(0, 10);
}

function addSpaces(random: Random, row: Record<string, string>): void {
	const name = random.pick([ID_COLUMN, 'email', 'firstname', 'city', 'country', 'contract_start']);
	const space = random.pick([' ', '  ', '\t', '\u00a0']);
	row[name] = random.chance(50) ? `${space}${row[name]}` : `${row[name]}${space}`;
	if (row['notes'] === '') row['notes'] = '   ';
}
