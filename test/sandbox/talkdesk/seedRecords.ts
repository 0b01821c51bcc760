import { person } from '../people';
import { Random } from '../random';
import type { RecordData } from './record';
import type { TalkdeskStore } from './store';
import { timezoneOf } from './timezones';

export interface SeedOptions {
	seed?: number;
	/** Counts the phone numbers and external ids up from here. */
	from?: number;
}

const TIERS = ['gold', 'silver', 'bronze', 'none'] as const;

/** Fills a list with people who do not exist; returns their ids. */
export function seedRecords(
	store: TalkdeskStore,
	listId: string,
	count: number,
	{ seed = 1, from = 1 }: SeedOptions = {},
): string[] {
	const random = new Random(seed);
	const ids: string[] = [];
	for (let number = from; number < from + count; number++) {
		ids.push(store.put(listId, undefined, sampleRecord(random, number)));
	}
	return ids;
}

/** A record as somebody may have imported it; the same number never gives the same phone twice. */
export function sampleRecord(random: Random, number: number): RecordData {
	const { firstName, lastName, phone, company, city } = person(random, String(number));
	const prefix = phone.slice(0, phone.indexOf(' '));
	const digits = String(number).padStart(7, '0');
	const phone_number = `${prefix}55${digits}`;
	return {
		first_name: firstName,
		last_name: lastName,
		phone_numbers: [{ phone_number, phone_type: random.chance(70) ? 'MOBILE' : 'OFFICE' }],
		timezone: timezoneOf(phone_number) ?? 'GMT',
		priority: 1 + random.below(10),
		extra_data: { company, city, tier: random.pick(TIERS) },
		external_provider: 'warehouse',
		external_id: `W-${digits}`,
	};
}
