import type { NewObjectType } from '../../sandbox/brevo/objectTypes';
import { SAMPLE_TYPES } from '../../sandbox/brevo/sampleTypes';
import type { Random } from '../../sandbox/random';
import type { Item } from '../mishap';

export const ID_FIELD = 'vehicle_id';
export const LINK_FIELD = 'contact_id';
export const NUMBER_FIELD = 'source_row';
export const OBJECT_TYPE = 'vehicle';

/** The sandbox's vehicles, with the line of the source each of them came from. */
export function numberedVehicle(): NewObjectType {
	const sample = SAMPLE_TYPES.find(({ name }) => name === OBJECT_TYPE);
	if (sample === undefined) throw new Error(`The sandbox has no ${OBJECT_TYPE}`);
	return {
		...sample,
		attributes: [...sample.attributes, { key: NUMBER_FIELD, type: 'number' }],
	};
}

const MODELS = ['Brisk 2 “Sport”', 'Kolibri été', 'Hallig Combi', 'Fjell 4×4 🚙', 'Tramp XL'];
const FUELS = ['diesel', 'petrol', 'power', 'hybrid'];
const EXTRAS = ['sunroof', 'towbar', 'maps', 'warm_seats'];
const DAY_MS = 86_400_000;

/** A vehicle as a fleet's own system holds it today. */
export function vehicleItem(random: Random, id: string, contacts: readonly number[]): Item {
	const maybe = <T>(percent: number, value: T): T | null => (random.chance(percent) ? value : null);
	const fuel = random.pick(FUELS);
	const sold = new Date((20_000 + random.below(400)) * DAY_MS + random.below(DAY_MS));
	const extras = EXTRAS.filter(() => random.chance(40));
	return {
		[ID_FIELD]: random.chance(5) ? ` ${id} ` : id,
		plate: `QR-${random.below(90_000)}`,
		model: random.pick(MODELS),
		doors: maybe(80, 2 + random.below(4)),
		mileage: maybe(90, random.below(3_000_000) / 10),
		electric: fuel === 'power',
		sold_at: maybe(60, random.chance(50) ? sold.toISOString() : inVienna(sold)),
		fuel,
		extras: extras.length > 0 ? extras : null,
		papers: maybe(25, { checked: random.chance(60), pages: 1 + random.below(9) }),
		[LINK_FIELD]: maybe(40, linkTo(random, contacts)),
	};
}

/** The same moment, an hour ahead of UTC. */
function inVienna(moment: Date): string {
	return new Date(moment.getTime() + 3_600_000).toISOString().replace('Z', '+01:00');
}

/** One ID, a list of them, or a text with both: as exports have it. */
function linkTo(random: Random, contacts: readonly number[]): unknown {
	const [one, other] = [random.pick(contacts), random.pick(contacts)];
	return random.pick<unknown>([one, String(one), `${one}.0`, [one, other], `${one}, ${other}`]);
}
