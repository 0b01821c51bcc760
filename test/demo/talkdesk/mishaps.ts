import { FINE, SPOILT, type Mishap } from '../mishap';
import { ID_FIELD } from './recordItem';

/**
 * Extra data is merged by an operation of its own: where Talkdesk refuses the other one, half of the
 * record is written.
 */
const HALVED = {
	kind: 'halved',
	fields: ['first_name', 'last_name', 'timezone', 'priority', 'phone_numbers'],
} as const;

export const MISHAPS: readonly Mishap[] = [
	{
		per10k: 130,
		fate: SPOILT,
		happen(item, random) {
			const number = String(160_000_000 + random.below(39_000_000));
			item['mobile'] = random.pick([
				number,
				`49${number}`,
				'n/a',
				'+49',
				`+${number} / +${number}`,
				`${number.slice(0, 3)}x${number.slice(3)}`,
			]);
		},
	},
	// As people in Germany dial and write them.
	{
		per10k: 150,
		fate: FINE,
		happen(item, random) {
			const number = `151${String(10_000_000 + random.below(89_999_999))}`;
			item['mobile'] = random.pick([
				`0${number}`,
				`0${number.slice(0, 3)} / ${number.slice(3)}`,
				`0049${number}`,
				`+49 (0)${number}`,
				`(+49) ${number}`,
				`tel:+49${number}`,
			]);
		},
	},
	{
		per10k: 90,
		fate: SPOILT,
		happen: (item, random) =>
			void (item['priority'] = random.pick([11, 0, '11', 'high', -1, 5.5, '1-3'])),
	},
	{
		per10k: 80,
		fate: SPOILT,
		happen(item, random) {
			const last = String(item[ID_FIELD]).slice(-12);
			item[ID_FIELD] = random.pick([`0dd0dd00-0000-4000-8000-${last}`, `W-${last.slice(-7)}`]);
		},
	},
	{
		per10k: 8,
		fate: SPOILT,
		happen: (item, random) => void (item[ID_FIELD] = random.pick(['', null, ' '])),
	},
	{
		per10k: 35,
		fate: SPOILT,
		happen(item, random) {
			if (random.chance(50)) item['external_id'] = `W-${random.below(99_999)}`;
			else item['external_url'] = `https://warehouse.example/${random.below(99_999)}`;
		},
	},
	{
		per10k: 12,
		fate: SPOILT,
		happen: (item) => void (item['last_name'] = 'von und zu Hohenstein-Lichterfelde '.repeat(3)),
	},
	{
		per10k: 15,
		fate: SPOILT,
		happen: (item) => void (item['remark'] = { text: 'Asked twice', by: ['Ada', 'Bo'] }),
	},
	{
		per10k: 45,
		fate: HALVED,
		happen: (item, random) =>
			void (item['timezone'] = random.pick([
				'MEZ',
				'Berlin',
				'Europe/Munich',
				'GMT+1',
				'cet/cest',
			])),
	},
];

/** Its number belongs to another record, which a list without duplicate numbers refuses. */
export const TAKEN_NUMBER = { per10k: 25, fate: HALVED };
