import { person } from '../people';
import { Random } from '../random';
import { LIFECYCLE_STAGES } from './standardProperties';
import type { HubSpotStore } from './store';

export interface SeedOptions {
	/** Id of the first contact; the others follow. */
	firstId?: number;
	seed?: number;
}

const DAY_MS = 86_400_000;
const day = (offset: number): string => new Date(offset * DAY_MS).toISOString().slice(0, 10);

/** Fills the store with people; the same seed gives the same people. */
export function seedContacts(store: HubSpotStore, count: number, options: SeedOptions): string[] {
	const random = new Random(options.seed ?? 1);
	const firstId = options.firstId ?? 100_001;
	const ids: string[] = [];
	for (let index = 0; index < count; index++) {
		const id = String(firstId + index);
		const one = person(random, id);
		store.put('contacts', id, {
			email: one.email,
			firstname: one.firstName,
			lastname: one.lastName,
			phone: one.phone,
			company: one.company,
			jobtitle: one.jobTitle,
			city: one.city,
			zip: one.zip,
			country: one.country,
			website: one.website,
			customer_number: `C-${id}`,
			lifecyclestage: random.pick(LIFECYCLE_STAGES.slice(0, 3)),
			hs_lead_status: random.pick(['NEW', 'OPEN', 'IN_PROGRESS', 'CONNECTED']),
			annualrevenue: String(random.below(5000) * 1000),
			numemployees: String(1 + random.below(800)),
			birthdate: day(-3000 + random.below(14_000)),
			contract_start: day(17_000 + random.below(3000)),
			newsletter_opt_in: random.chance(40) ? 'true' : 'false',
			interests: random.pick(['imports', 'reporting', 'imports;automation', 'field_service']),
		});
		ids.push(id);
	}
	return ids;
}
