import type { TalkdeskSandbox } from '../../sandbox';
import { Random } from '../../sandbox/random';
import { numbered, type ItemList } from '../itemList';
import { befall, share, type Item } from '../mishap';
import { MISHAPS, TAKEN_NUMBER } from './mishaps';
import { ID_FIELD, NUMBER_FIELD, recordItem } from './recordItem';

const SEED = 20_261_002;
/** Share of the items, in 10,000, that are there a second time. */
const REPEATED = 130;

/** Seeds a record list and makes up items for it as they come out of a call centre's database. */
export function messyRecords(talkdesk: TalkdeskSandbox, listId: string, count: number): ItemList {
	const random = new Random(SEED);
	const { store } = talkdesk;
	const listed = count - share(count, REPEATED);
	const taken = share(count, TAKEN_NUMBER.per10k);
	const ids = talkdesk.seedRecords(listId, listed + taken);
	const others = ids.splice(listed);
	const items = ids.flatMap((id) => {
		const known = store.get(listId, id);
		return known ? [recordItem(random, id, known)] : [];
	});
	const takeNumber = (item: Item): void => {
		item['mobile'] = store.get(listId, others.shift() ?? '')?.phone_numbers[0]?.phone_number;
	};
	const mishaps = [...MISHAPS, { ...TAKEN_NUMBER, happen: takeNumber }];
	const { fates, spared } = befall(items, mishaps, random);
	// The export of last week was appended to this one.
	for (const item of spared.slice(0, count - listed)) items.push(lastWeeks(item));
	return numbered(items, NUMBER_FIELD, fates);
}

function lastWeeks(item: Item): Item {
	return { [ID_FIELD]: item[ID_FIELD], priority: 1, tier: 'none', remark: 'Moved to the archive' };
}
