import { person } from '../people';
import { Random } from '../random';
import type { Processes } from './processes';
import type { BrevoStore } from './store';

export interface SeedOptions {
	/** Number of the first one; the others follow. */
	first?: number;
	seed?: number;
}

const MODELS = ['Brisk 2', 'Kolibri', 'Hallig Combi', 'Fjell', 'Tramp XL', 'Wiesel'];
const GARAGES = ['Garage am Wehr', 'Schrauberhof', 'Atelier Moteur', 'Pit Stop Nord', 'Radhaus'];
const STAGES = ['new', 'offer', 'won'];
const DAY_MS = 86_400_000;

/** Fills the store with things that do not exist; the same seed gives the same ones. */
export class Seeds {
	private readonly next = new Map<string, number>();

	constructor(
		private readonly store: BrevoStore,
		private readonly processes: Processes,
	) {}

	/** Returns ext_ids, VH-100001 and on. */
	vehicles(count: number, options: SeedOptions = {}): string[] {
		return this.make('vehicle', count, 100_001, options, (number, random) => {
			const letters = String.fromCharCode(65 + random.below(26), 65 + random.below(26));
			const fuel = random.pick(['diesel', 'petrol', 'power', 'hybrid']);
			const extras = ['sunroof', 'towbar', 'maps', 'warm_seats'].filter(() => random.chance(40));
			const extId = `VH-${number}`;
			this.store.put('vehicle', extId, {
				plate: `${letters}-${number % 10_000}`,
				model: random.pick(MODELS),
				page: `https://www.steinwald-fuhrpark.example/${extId.toLowerCase()}`,
				doors: 2 + random.below(4),
				mileage: random.below(2_000_000) / 10,
				electric: fuel === 'power',
				sold_at: new Date((18_000 + random.below(2300)) * DAY_MS).toISOString(),
				fuel,
				...(extras.length === 0 ? {} : { extras }),
			});
			return extId;
		});
	}

	/** Returns ext_ids, G-1001 and on. */
	garages(count: number, options: SeedOptions = {}): string[] {
		return this.make('garage', count, 1001, options, (number, random) => {
			const extId = `G-${number}`;
			this.store.put('garage', extId, {
				name: random.pick(GARAGES),
				city: person(random, extId).city,
				bays: 1 + random.below(12),
				open_sunday: random.chance(20),
			});
			return extId;
		});
	}

	/** Returns numeric ids, 501 and on; attribute keys are in capitals, as Brevo keeps them. */
	contacts(count: number, options: SeedOptions = {}): number[] {
		return this.make('contact', count, 501, options, (id, random) => {
			const one = person(random, String(id));
			return this.store.put('contact', id, {
				EMAIL: one.email,
				FIRST_NAME: one.firstName,
				LAST_NAME: one.lastName,
				SMS: `+49${1_510_000_000 + id}`,
			});
		});
	}

	/** Returns the ids Brevo makes for companies, which links carry in `ext_id`. */
	companies(count: number, options: SeedOptions = {}): string[] {
		return this.make('company', count, 1, options, (number, random) => {
			const extId = `66c0${number.toString(16).padStart(20, '0')}`;
			this.store.put('company', extId, { name: person(random, extId).company });
			return extId;
		});
	}

	/** The same for deals. */
	deals(count: number, options: SeedOptions = {}): string[] {
		return this.make('deal', count, 1, options, (number, random) => {
			const extId = `66dea1${number.toString(16).padStart(18, '0')}`;
			const stage = random.pick(STAGES);
			this.store.put('deal', extId, { deal_name: `Fleet offer ${number}`, deal_stage: stage });
			return extId;
		});
	}

	/** Finished jobs of other kinds, among which object jobs have to be found. Returns their ids. */
	otherProcesses(): number[] {
		const file = 'https://files.steinwald-fuhrpark.example/';
		return [
			this.processes.add({
				name: 'IMPORTUSER',
				info: { import: { invalid_emails: `${file}invalid.csv`, duplicate_ext_id: null } },
			}),
			this.processes.add({ name: 'CONTACT_EXPORT', exportUrl: `${file}contacts.csv` }),
			this.processes.add({ name: 'CAMPAIGN_PROCESSING', end: 'failed' }),
		];
	}

	private make<T>(
		type: string,
		count: number,
		firstEver: number,
		{ first, seed = 1 }: SeedOptions,
		one: (number: number, random: Random) => T,
	): T[] {
		const random = new Random(seed);
		const from = first ?? this.next.get(type) ?? firstEver;
		this.next.set(type, Math.max(this.next.get(type) ?? firstEver, from + count));
		return Array.from({ length: count }, (_, index) => one(from + index, random));
	}
}
