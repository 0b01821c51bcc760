/** From a seed to a case. */
import type { Row } from '../conformance/row';
import { Random } from '../sandbox/random';
import { FAULT_KINDS } from './faultKinds';
import type { FuzzCase, Options, PlannedFault, Slot } from './fuzzCase';
import { hasTokens, vendorOf, type VendorName } from './rowTraits';

const KINDS = Object.keys(FAULT_KINDS);

/** Kinds that end most runs at once are drawn less often. */
const RARE = new Set(['401', '403 with secrets', '404', '418', 'redirect', '429 daily', '409']);

export function drawCase(seed: number, rows: readonly Row[]): FuzzCase {
	const random = new Random(seed);
	// Neighbouring seeds begin alike.
	for (let warm = 0; warm < 8; warm++) random.below(7);
	const vendor = random.pick([...new Set(rows.map(vendorOf))]);
	const row = random.pick(rows.filter((one) => vendorOf(one) === vendor));
	const options = drawOptions(random, row);
	const slots = random.chance(6) ? drawLargeSlots(random, row) : drawSlots(random, row);
	const cancelled = random.chance(15);
	const latencyMs = random.pick(cancelled ? [150, 400, 1500, 4000] : [0, 0, 20, 150, 400, 1500]);
	const cancelAtMs = random.below(random.pick([2, 5, 30]) * latencyMs);
	return {
		seed,
		row: row.name,
		slots,
		options,
		latencyMs,
		limits: random.chance(30),
		faults: drawFaults(random, vendorOf(row)),
		...(cancelled && { cancelAtMs }),
		expireBefore: hasTokens(row) && random.chance(30) ? [1 + random.below(6)] : [],
	};
}

function drawOptions(random: Random, row: Row): Options {
	const maybe = <T>(percent: number, value: T) => (random.chance(percent) ? value : undefined);
	const onError = random.pick([0, 0, 0, 0, 0, 0, 0, 1, 1, 2]);
	const given = {
		batchSize: maybe(75, 1 + random.below(random.pick([5, 20, 50, row.maxRecords]))),
		parallelRequests: maybe(50, 1 + random.below(6)),
		maxRetries: maybe(50, random.below(5)),
		maxWait: maybe(50, random.pick([0, 5, 60, 600])),
		onDuplicateIds: maybe(30, random.pick(['keepOrder', 'keepLast', 'reject'] as const)),
	};
	const set = Object.entries(given).filter(([, value]) => value !== undefined);
	return {
		onError: (['continueErrorOutput', 'continueRegularOutput', 'stopWorkflow'] as const)[
			onError
		] as Options['onError'],
		...(Object.fromEntries(set) as Omit<Options, 'onError'>),
	};
}

function drawSlots(random: Random, row: Row): Slot[] {
	const count = drawCount(random);
	// Shares of a hundred; many runs have none of one kind.
	const share = () => random.pick([0, 0, 0, 3, 10, 40]);
	const [refused, malformed, unknown, again] = [share(), share(), share(), share()];
	const agains: number[] = [];
	const slots: Slot[] = [];
	for (let index = 0; index < count; index++) {
		const repeats = row.again !== undefined && agains.length > 0 && random.chance(again);
		// Near repeats meet their first under way, far ones after it.
		const near = Math.min(agains.length, random.pick([1, 5, agains.length]));
		const base = repeats ? agains.length - 1 - random.below(near) : agains.length;
		agains[base] = (agains[base] ?? -1) + 1;
		const good = repeats ? 'again' : 'good';
		const kind = random.chance(refused)
			? 'refused'
			: random.chance(malformed)
				? 'malformed'
				: !repeats && row.unknown !== undefined && random.chance(unknown)
					? 'unknown'
					: good;
		slots.push({ base, agains: agains[base] ?? 0, kind });
	}
	return slots;
}

/** Records that fill a request by their bytes, and some that no request can hold. */
function drawLargeSlots(random: Random, row: Row): Slot[] {
	const { maxBytes, large } = row;
	if (maxBytes === undefined || large === undefined) return drawSlots(random, row);
	const perRequest = 2 + random.below(7);
	const bytes = Math.min(1_200_000, Math.floor(maxBytes / perRequest));
	const oversize = random.pick([0, 0, 10]);
	return Array.from({ length: 1 + random.below(24) }, (_, base) => {
		const kind = random.chance(oversize) ? 'oversize' : 'large';
		const own = bytes - random.below(Math.ceil(bytes / 3));
		return { base, agains: 0, kind, bytes: kind === 'large' ? own : maxBytes };
	});
}

function drawCount(random: Random): number {
	const size = random.below(100);
	if (size < 2) return 0;
	if (size < 15) return 1 + random.below(3);
	if (size < 75) return 4 + random.below(80);
	return size < 98 ? 80 + random.below(220) : 300 + random.below(2200);
}

function drawFaults(random: Random, vendor: VendorName): PlannedFault[] {
	const count = random.pick([0, 1, 2, 2, 3, 4, 5, 8]);
	// Tokens, definitions, processes, pages: Micro has few of those.
	const others = vendor === 'micro' ? 5 : 25;
	return Array.from({ length: count }, () => {
		const first = random.pick(KINDS);
		const kind = RARE.has(first) && random.chance(70) ? random.pick(KINDS) : first;
		return {
			scope: random.chance(others) ? ('other' as const) : ('batch' as const),
			from: 1 + random.below(random.pick([1, 2, 4, 10])),
			times: random.pick([1, 1, 1, 1, 2, 3, 6, 100]),
			kind,
			variant: random.below(1000),
		};
	});
}
