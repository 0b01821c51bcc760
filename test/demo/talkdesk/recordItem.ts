import type { Random } from '../../sandbox/random';
import type { TalkdeskRecord } from '../../sandbox';
import type { Item } from '../mishap';

export const ID_FIELD = 'Record ID';
export const NUMBER_FIELD = 'source_row';

const NOTES = [
	'Back from parental leave in May 🍼',
	'Rappeler après 17 h, s’il vous plaît',
	'Möchte nur noch „per E-Mail“ hören',
	'Zwei Standorte:\nBrno & Ostrava',
	'Contract ends with the quarter, wants an offer',
];

/** What a call centre's own database holds about a record: newer than Talkdesk, with gaps. */
export function recordItem(random: Random, id: string, known: TalkdeskRecord): Item {
	const maybe = <T>(percent: number, value: T): T | null => (random.chance(percent) ? value : null);
	const number = known.phone_numbers[0]?.phone_number ?? '';
	return {
		[ID_FIELD]: id,
		first_name: random.chance(5) ? ` ${known.first_name} ` : known.first_name,
		last_name: random.chance(8) ? `${known.last_name}-Nový` : known.last_name,
		timezone: maybe(70, known.timezone),
		priority: maybe(80, priority(random)),
		mobile: maybe(75, written(random, number)),
		company: known.extra_data['company'] ?? '',
		tier: random.pick(['gold', 'silver', 'bronze']),
		open_invoices: random.below(9),
		newsletter: random.chance(40),
		remark: maybe(35, random.pick(NOTES)),
	};
}

/** Spreadsheets make a text or a decimal of it. */
function priority(random: Random): number | string {
	const value = 1 + random.below(10);
	return random.pick<number | string>([value, value, value, String(value), `${value}.0`]);
}

/** The same number, as people write it down. */
function written(random: Random, number: string): string {
	const [, country = '', rest = ''] = /^(\+\d{2})(\d+)$/.exec(number) ?? [];
	return random.pick([
		number,
		number,
		`${country} ${rest.slice(0, 3)} ${rest.slice(3)}`,
		`${country}-${rest.slice(0, 4)}-${rest.slice(4)}`,
		`${country} (${rest.slice(0, 2)}) ${rest.slice(2)}`,
	]);
}
