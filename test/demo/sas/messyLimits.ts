import type { SasSandbox } from '../../sandbox';
import { Random } from '../../sandbox/random';
import { numbered, type ItemList } from '../itemList';
import { befall, share, type Item } from '../mishap';
import { limitItem, NUMBER_FIELD } from './limitItem';
import { INCOMPLETE, MISHAPS } from './mishaps';
import { storedRow } from './storedRow';

const SEED = 20_261_003;
/** Shares of the items, in 10,000. */
const NEW = 1400;
const REPEATED = 130;
const PARTIAL = 900;

/** Seeds a list and makes up rows for it: most are there already, some are new. */
export function messyLimits(sas: SasSandbox, listId: string, count: number): ItemList {
	const random = new Random(SEED);
	const listed = count - share(count, REPEATED);
	const items = Array.from({ length: listed }, (_, index) => limitItem(random, index));
	const order = random.shuffle([...items]);
	const fresh = order.slice(0, share(count, NEW));
	const known = order.slice(fresh.length);
	for (const item of known) {
		sas.store.put(listId, {
			...storedRow(item),
			creditLimit: 1,
			manager: 'N.N.',
			[NUMBER_FIELD]: -1,
		});
	}
	const ofKnown = befall(known, MISHAPS, random);
	const ofFresh = befall(fresh, [INCOMPLETE], random);
	// Of a row that is there, only what changes needs to come.
	for (const item of ofKnown.spared.splice(0, share(count, PARTIAL))) {
		for (const name of ['city', 'costCentre', 'riskScore'])
			if (random.chance(60)) delete item[name];
	}
	for (const item of ofKnown.spared.slice(0, count - listed)) items.push(lastWeeks(item));
	return numbered(items, NUMBER_FIELD, new Map([...ofKnown.fates, ...ofFresh.fates]));
}

function lastWeeks({ country, branchNo }: Item): Item {
	return { country, branchNo, creditLimit: 0, manager: 'closed in June' };
}
