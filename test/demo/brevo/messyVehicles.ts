import type { BrevoSandbox } from '../../sandbox';
import { Random } from '../../sandbox/random';
import { numbered, type ItemList } from '../itemList';
import { befall, share, type Item } from '../mishap';
import { LINK_TO_NOBODY, linkToNobody, MISHAPS } from './mishaps';
import { ID_FIELD, LINK_FIELD, NUMBER_FIELD, vehicleItem } from './vehicleItem';

const SEED = 20_261_004;
const CONTACTS = 400;
/** Shares of the items, in 10,000. */
const KNOWN = 8000;
const REPEATED = 100;

/** Seeds the account and makes up vehicles: most are there already, some are new. */
export function messyVehicles({ seed }: BrevoSandbox, count: number): ItemList {
	const random = new Random(SEED);
	const contacts = seed.contacts(CONTACTS);
	const listed = count - share(count, REPEATED);
	const known = seed.vehicles(share(listed, KNOWN));
	const ids = Array.from({ length: listed }, (_, at) => known[at] ?? `NEW-${1000 + at}`);
	const items = random.shuffle(ids).map((id) => vehicleItem(random, id, contacts));
	// More links than a request takes: these items travel in two. They come first, so that the
	// second part need not be waited for at the end.
	const [fleets, others] = [items.slice(0, 5), items.slice(5)];
	for (const [at, fleet] of fleets.entries()) {
		fleet[LINK_FIELD] = contacts.slice(at * 20, at * 20 + 14);
	}
	const { fates, spared } = befall(others, MISHAPS, random);
	spared.splice(0, share(count, LINK_TO_NOBODY)).forEach(linkToNobody);
	for (const item of spared.slice(0, count - listed)) items.push(lastWeeks(item));
	return numbered(items, NUMBER_FIELD, fates);
}

function lastWeeks(item: Item): Item {
	return { [ID_FIELD]: item[ID_FIELD], plate: 'sold', mileage: 0, fuel: 'hybrid' };
}
