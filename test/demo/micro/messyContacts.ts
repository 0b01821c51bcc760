import type { MicroSandbox } from '../../sandbox';
import { Random } from '../../sandbox/random';
import type { Fate } from '../evidence';
import { numbered, type ItemList } from '../itemList';
import { befall, share, SPOILT, type Item } from '../mishap';
import { contactItem, ID_FIELD, NUMBER_FIELD } from './contactItem';
import { idOf } from './sent';
import { DELETED, MISHAPS } from './mishaps';

const SEED = 20_261_005;
const ORGANIZATIONS = 150;
const REPEATED = 120;

/** Seeds the workspace and makes up a list of its contacts as it comes back from an event. */
export function messyContacts(micro: MicroSandbox, count: number): ItemList {
	const random = new Random(SEED);
	const { store } = micro;
	micro.defineProperty('contact', { slug: NUMBER_FIELD, type: 'num', native: false });
	micro.seedOrganizations(ORGANIZATIONS);
	const listed = count - share(count, REPEATED);
	const items = micro
		.seedContacts(listed)
		.map((id) => contactItem(random, id, store.get('contact', id) ?? {}));
	const { fates, spared } = befall(items, MISHAPS, random);
	const all = new Map<Item, Fate>(fates);
	for (const item of spared.splice(0, share(count, DELETED))) {
		store.remove('contact', idOf(item) ?? '');
		all.set(item, SPOILT);
	}
	for (const item of spared.slice(0, count - listed)) items.push(secondVisit(item));
	return numbered(items, NUMBER_FIELD, all);
}

/** Who came to the stand twice is in the list twice. */
function secondVisit(item: Item): Item {
	return { [ID_FIELD]: item[ID_FIELD], tags: ['trade-fair'], lead_score: 99.5, city: 'Graz' };
}
