import type { Random } from '../../sandbox/random';
import type { Item } from '../mishap';
import type { Row } from '../table';

export const ID_FIELD = 'Record ID';
/** A property this workspace made itself, to remember the line of the source. */
export const NUMBER_FIELD = 'source_row';

const TITLES = ['Leiterin Einkauf', 'Chef de projet', 'CTO & co-founder 🚀', 'Główny księgowy'];

/** A contact as an event team would send it back: mostly right, with gaps. */
export function contactItem(random: Random, id: string, known: Row): Item {
	const maybe = <T>(percent: number, value: T): T | null => (random.chance(percent) ? value : null);
	const email = String(known['email']);
	return {
		[ID_FIELD]: random.chance(5) ? ` ${id.toUpperCase()}` : id,
		email: random.chance(10) ? email.toUpperCase() : email,
		first_name: known['first_name'],
		last_name: known['last_name'],
		title: maybe(70, random.pick(TITLES)),
		city: known['city'],
		seniority: maybe(60, random.pick(['entry', 'senior', 'manager', 'vice-president'])),
		department: maybe(50, [random.pick(['sales', 'finance', 'product', 'people'])]),
		tags: maybe(
			60,
			random.pick([['newsletter'], ['vip', 'partner'], ['trade-fair', 'newsletter']]),
		),
		company: maybe(50, known['company']),
		lead_score: maybe(80, random.below(1000) / 10),
		opted_in: maybe(90, random.chance(50)),
		contract_start: maybe(60, isoDay(random)),
		phone_numbers: maybe(40, [`+49 30 ${100_000 + random.below(900_000)}`]),
		description: maybe(30, random.pick(['Met in Linz 🎪', 'Très intéressé\npar l’offre', '  '])),
	};
}

function isoDay(random: Random): string {
	const pad = (number: number) => String(number).padStart(2, '0');
	return `20${pad(random.below(27))}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
}
