import { person } from '../people';
import { COMPANIES, PLACES } from '../peopleWords';
import type { Random } from '../random';
import type { MicroStore } from './store';

export interface SeedOptions {
	/** Puts the records into this list, on its first stage. */
	listId?: string;
}

/** Ids to refer to, of what was there before. */
interface Others {
	contacts: readonly string[];
	organizations: readonly string[];
}

type Maker = (random: Random, number: number, others: Others) => { [slug: string]: unknown };

const DAY_MS = 86_400_000;
const day = (random: Random, from: number, span: number): string =>
	new Date((from + random.below(span)) * DAY_MS).toISOString().slice(0, 10);
const anyOf = (random: Random, ids: readonly string[]): string[] =>
	ids.length === 0 ? [] : [random.pick(ids)];

/** How a record of each type looks; references point to what has been seeded before. */
const MAKERS: { readonly [type: string]: Maker } = {
	contact(random, number, others) {
		const one = person(random, String(number));
		const [company] = anyOf(random, others.organizations);
		return {
			full_name: `${one.firstName} ${one.lastName}`,
			first_name: one.firstName,
			last_name: one.lastName,
			email: one.email,
			title: one.jobTitle,
			city: one.city,
			country: one.country,
			seniority: random.pick(['entry', 'senior', 'manager', 'director']),
			department: [random.pick(['sales', 'finance', 'product', 'people'])],
			tags: random.pick([[], ['newsletter'], ['vip', 'partner'], ['trade-fair']]),
			last_interaction_date: day(random, 19_800, 700),
			customer_number: `C-${number}`,
			lead_score: random.below(100),
			opted_in: random.chance(40),
			contract_start: day(random, 17_000, 3000),
			phone_numbers: [one.phone],
			...(company === undefined ? {} : { company }),
		};
	},
	identity(random, number, others) {
		const one = person(random, String(number));
		return {
			full_name: `${one.firstName} ${one.lastName}`,
			first_name: one.firstName,
			last_name: one.lastName,
			title: one.jobTitle,
			city: one.city,
			country: one.country,
			first_degree: random.chance(30),
			relationship_strength: random.below(100),
			email_addresses: anyOf(random, others.contacts),
			companies: anyOf(random, others.organizations),
		};
	},
	organization(random, number) {
		const place = random.pick(PLACES);
		const name = `${random.pick(COMPANIES)} ${number}`;
		return {
			name,
			primary_domain: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
			city: place.city,
			country: place.country,
			employees: 1 + random.below(900),
			industry: random.pick(['software', 'retail', 'energy', 'logistics']),
			labels: random.pick([[], ['warm'], ['cold', 'press']]),
		};
	},
	deal(random, number, others) {
		const [organization] = anyOf(random, others.organizations);
		return {
			name: `Order ${number}`,
			amount: 500 + random.below(2000) * 50,
			currency: random.pick(['eur', 'usd', 'chf']),
			status: random.pick(['open', 'open', 'won', 'lost']),
			probability: random.below(101),
			close_date: day(random, 20_400, 300),
			tags: random.pick([[], ['renewal'], ['new-business']]),
			contacts: anyOf(random, others.contacts),
			...(organization === undefined ? {} : { organization }),
		};
	},
	action: (random, number) => ({
		title: `Call back ${number}`,
		status: random.pick(['to-do', 'doing', 'done']),
		due_date: day(random, 20_400, 60),
	}),
	document: (_random, number) => ({ title: `Offer ${number}`, content: `Offer number ${number}` }),
	engagement: (random, number) => ({
		title: `Talk ${number}`,
		kind: random.pick(['call', 'meeting', 'note']),
		occurred_at: day(random, 20_000, 400),
	}),
	event: (random, number) => ({
		title: `Message ${number}`,
		kind: 'email',
		occurred_at: day(random, 20_000, 400),
	}),
	ai_chat_thread: (_random, number) => ({ title: `Thread ${number}` }),
	ai_chat_message: (_random, number) => ({ content: `Message ${number}` }),
	comment: (_random, number) => ({ content: `Comment ${number}` }),
	agent_site: (_random, number) => ({ title: `Site ${number}` }),
};

/** Fills the store; the same seed gives the same records. */
export function seedRecords(
	store: MicroStore,
	random: Random,
	type: string,
	count: number,
	{ listId }: SeedOptions = {},
): string[] {
	const make = Object.hasOwn(MAKERS, type) ? MAKERS[type] : undefined;
	if (make === undefined) throw new Error(`There is no sample data for ${type}`);
	const idsOf = (other: string): string[] => store.all(other).map(({ id }) => id);
	const others = { contacts: idsOf('contact'), organizations: idsOf('organization') };
	const first = store.count(type) + 1;
	const stage = type === 'deal' ? 'discovery' : 'new';
	return Array.from({ length: count }, (_, index) => {
		const id = store.newId();
		const list = listId === undefined ? {} : { [listId]: { stage } };
		store.put(type, id, make(random, first + index, others), list);
		return id;
	});
}
