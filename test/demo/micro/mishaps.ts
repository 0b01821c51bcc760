import { misspelt, SPOILT, type Item, type Mishap, type Misspelling } from '../mishap';
import type { Random } from '../../sandbox/random';
import { ID_FIELD } from './contactItem';

const bad = (per10k: number, field: string, values: readonly unknown[]): Mishap => ({
	per10k,
	fate: SPOILT,
	happen: (item: Item, random: Random) => void (item[field] = random.pick(values)),
});

/** What a workspace refuses or the node puts right, in how many of 10,000 items. */
export const MISHAPS: ReadonlyArray<Mishap | Misspelling> = [
	bad(25, ID_FIELD, ['', null, 'n/a', 'C-1042', 42, 'ada.lovelace@web.example']),
	{
		per10k: 25,
		fate: SPOILT,
		// A column too narrow for the whole ID.
		happen: (item) => void (item[ID_FIELD] = String(item[ID_FIELD]).trim().slice(0, 30)),
	},
	{
		per10k: 50,
		fate: SPOILT,
		// Of another workspace.
		happen: (item) =>
			void (item[ID_FIELD] = `dddddddd${String(item[ID_FIELD]).trim().toLowerCase().slice(8)}`),
	},
	{
		per10k: 60,
		fate: SPOILT,
		happen(item, random) {
			const email = String(item['email']);
			item['email'] = random.pick([email.replace('@', ''), `${email},`, email.replace('@', ' @ ')]);
		},
	},
	misspelt(40, 'seniority', [
		['Vice President', 'vice-president'],
		['Director', 'director'],
	]),
	misspelt(50, 'tags', [
		[['VIP'], ['vip']],
		[['trade fair'], ['trade-fair']],
		['newsletter', ['newsletter']],
		['vip;partner', ['vip', 'partner']],
	]),
	misspelt(40, 'lead_score', [
		['42', 42],
		['7,5', 7.5],
		['1.234,5', 1234.5],
	]),
	misspelt(30, 'opted_in', [
		['yes', true],
		['false', false],
		[1, true],
	]),
	misspelt(50, 'contract_start', [
		['31.12.2026', '2026-12-31'],
		['12/31/2026', '2026-12-31'],
		[46_387, '2026-12-31'],
	]),
	bad(40, 'seniority', ['Chefin', 'c-level']),
	bad(40, 'tags', [['newsletter', 'Messe'], ['kind person']]),
	bad(30, 'lead_score', ['hot', '1.234']),
	bad(30, 'contract_start', ['2026-02-30', 'Q3', '3/4/2026']),
	bad(20, 'company', ['00000000-0000-4000-8000-00000000dead', 'Fjell & Sohn']),
	bad(10, 'favourite_colour', ['rot', 'blue']),
	bad(10, 'title', [{ de: 'Leiterin', en: 'Head' }]),
];

/** Records that were deleted in Micro while the list was with the event team. */
export const DELETED = 45;
