import type { Fate } from '../evidence';
import { misspelt, SPOILT, type Item, type Mishap, type Misspelling } from '../mishap';
import { ID_FIELD, LINK_FIELD } from './vehicleItem';

const dropped = (why: string): Fate => ({ kind: 'unmentioned', why });
const without = (field: string): Fate => ({ kind: 'curtailed', fields: [field] });

/** Where the fleet is: a day begins at midnight there. */
export const TIME_ZONE = 'Europe/Vienna';

/** Some lead to nothing that Brevo would ever mention; some the node puts right. */
export const MISHAPS: ReadonlyArray<Mishap | Misspelling> = [
	misspelt(60, 'mileage', [
		['8 900', 8900],
		["12'500", 12_500],
		['12.500,5', 12_500.5],
		['1,234,567', 1_234_567],
		['740', 740],
	]),
	misspelt(30, 'electric', [
		['ja', true],
		['No', false],
		['TRUE', true],
		[0, false],
	]),
	misspelt(30, 'extras', [
		['sunroof, maps', ['sunroof', 'maps']],
		['towbar;warm_seats', ['towbar', 'warm_seats']],
	]),
	misspelt(
		50,
		'sold_at',
		['2026-03-04', '04.03.2026', '4 March 2026', 46_085].map(
			(written) => [written, '2026-03-04T00:00:00+01:00'] as const,
		),
	),
	{
		per10k: 30,
		fate: SPOILT,
		// Two numbers, or none.
		happen: (item, random) =>
			void (item['mileage'] = random.pick(['12.500', '8 900 km', 'unknown', '1e4'])),
	},
	{
		per10k: 30,
		fate: SPOILT,
		happen: (item, random) => void (item['sold_at'] = random.pick(['3/4/2026', 'March', '4.3.26'])),
	},
	{
		per10k: 40,
		fate: dropped('a text where JSON belongs, which no stored record shows'),
		happen: (item) => void (item['papers'] = 'checked, 3 pages'),
	},
	{
		per10k: 45,
		fate: without('colour'),
		happen: (item, random) => void (item['colour'] = random.pick(['rot', 'blue', 'ivory'])),
	},
	{
		per10k: 60,
		fate: without('fuel'),
		happen: (item, random) =>
			void (item['fuel'] = random.pick(['Diesel oil', 'Electricity', 'DIESEL', 'Benzin'])),
	},
	{
		per10k: 30,
		fate: without('extras'),
		happen: (item, random) =>
			void (item['extras'] = ['sunroof', random.pick(['Tow bar', 'Heated seats', 'Maps'])]),
	},
	{
		per10k: 40,
		fate: SPOILT,
		happen: (item, random) => void (item[ID_FIELD] = random.pick(['', null, '   '])),
	},
	{
		per10k: 20,
		fate: SPOILT,
		happen: (item) => void (item[ID_FIELD] = { id: item[ID_FIELD] as string }),
	},
	{
		per10k: 50,
		fate: SPOILT,
		happen: (item, random) =>
			void (item[LINK_FIELD] = random.pick<unknown>(['ada@web.example', [501, 'Bo'], -7, 1.5])),
	},
	{
		per10k: 3,
		fate: SPOILT,
		// Somebody put a whole PDF into a cell.
		happen: (item) => void (item['model'] = 'JVBERi0xLjc'.repeat(100_000)),
	},
];

/** Brevo skips such a link without a word and writes the rest; the node says so in its description. */
export const LINK_TO_NOBODY = 80;

export function linkToNobody(item: Item): void {
	item[LINK_FIELD] = [9_000_001, 9_000_002];
}
