import { misspelt, SPOILT, type Mishap, type Misspelling } from '../mishap';

/** Mishaps of rows the list has already. */
export const MISHAPS: ReadonlyArray<Mishap | Misspelling> = [
	misspelt(60, 'creditLimit', [
		['12.500,50', 12_500.5],
		["4'500", 4500],
		['€ 1 200', 1200],
	]),
	{
		// What could be two different numbers is nobody's to guess.
		per10k: 190,
		fate: SPOILT,
		happen: (item, random) =>
			void (item['creditLimit'] = random.pick(['12.500', '4,500', 'n/a', '1e6 EUR', '—', '7,5,0'])),
	},
	{
		per10k: 60,
		fate: SPOILT,
		happen: (item, random) => void (item['riskScore'] = random.pick(['high', 'AA-', true, '12 %'])),
	},
	{
		per10k: 70,
		fate: SPOILT,
		happen(item, random) {
			if (random.chance(50)) delete item['country'];
			else item['branchNo'] = random.pick(['', null, '  ']);
		},
	},
	{
		per10k: 40,
		fate: SPOILT,
		happen: (item, random) =>
			void (item['branchNo'] = random.pick(['Filiale 12', '0x7A', `${item['branchNo']}a`])),
	},
	{
		per10k: 30,
		fate: SPOILT,
		// A spreadsheet took an account number for a number.
		happen: (item) => void (item['costCentre'] = 12_345_678_901_234_567_890),
	},
	{
		per10k: 30,
		fate: SPOILT,
		happen: (item) => void (item['manager'] = { first: 'Ada', last: 'Nowak' }),
	},
];

/**
 * New branches of which something is missing: SAS takes incomplete rows as updates only, and refuses
 * the whole batch. Nobody can know before whether a row is new.
 */
export const INCOMPLETE: Mishap = {
	per10k: 70,
	fate: SPOILT,
	happen(item, random) {
		if (random.chance(50)) delete item['city'];
		else item['validFrom'] = '';
	},
};
