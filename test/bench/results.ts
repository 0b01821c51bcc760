import type { CeilingShare } from './ceiling';
import type { IsolationCost } from './isolation';
import type { PeerName } from './peerProcess';
import { median, medianOfPairs, rounded } from './statistics';
import type { Memory, Rounds } from './throughput';

/** Everything that was measured in one run. */
export interface Results {
	readonly throughput: readonly Rounds[];
	/** With an answer time of 20 ms, against one request per item. */
	readonly slow: readonly Rounds[];
	readonly memory: readonly Memory[];
	readonly ceilings: readonly CeilingShare[];
	readonly isolation: readonly IsolationCost[];
}

/** The figures that targets are set for; numbers that were not measured are missing. */
export interface Figures {
	readonly ratioToBareWire: Readonly<Record<string, number>>;
	readonly cpuUsAboveWire: number;
	readonly ratioToOfficialClient: number;
	readonly ratioToPerItem: number;
	/** The lowest share of all vendors, by answer time. */
	readonly ceilingShare: Readonly<Record<string, number>>;
	readonly answers429: number;
	readonly extraMemoryMiB: Readonly<Record<string, number>>;
}

const MIB = 1024 ** 2;

export function figuresOf({ throughput, slow, memory, ceilings }: Results): Figures {
	const sizes = [...new Set(throughput.map(({ items }) => items))].filter((size) => size >= 1000);
	const large = sizes.includes(100_000) ? 100_000 : Math.max(...sizes);
	const latencies = [...new Set(ceilings.map(({ latencyMs }) => latencyMs))];
	return {
		ratioToBareWire: Object.fromEntries(
			sizes.map((size) => [size, ratio(throughput, size, 'bareWire')]),
		),
		cpuUsAboveWire: rounded(
			medianOfPairs(
				roundsOf(throughput, large, 'bulkNode').cpuUsPerRecord,
				roundsOf(throughput, large, 'bareWire').cpuUsPerRecord,
				(node, wire) => node - wire,
			),
		),
		ratioToOfficialClient: ratio(throughput, large, 'officialClient'),
		ratioToPerItem: rounded(
			median(slow.find(({ peer }) => peer === 'bulkNode')?.perSecond ?? []) /
				median(slow.find(({ peer }) => peer === 'perItem')?.perSecond ?? []),
			0,
		),
		ceilingShare: Object.fromEntries(
			latencies.map((latency) => [
				latency,
				rounded(
					Math.min(
						...ceilings.filter(({ latencyMs }) => latencyMs === latency).map(({ share }) => share),
					),
					3,
				),
			]),
		),
		answers429: ceilings.reduce((sum, { answers429 }) => sum + answers429, 0),
		extraMemoryMiB: Object.fromEntries(
			memory.map(({ items, extraBytes }) => [items, rounded(extraBytes / MIB, 1)]),
		),
	};
}

/** How many times as fast the node is, by the median of rounds that ran side by side. */
export function ratio(throughput: readonly Rounds[], items: number, peer: PeerName): number {
	return rounded(
		medianOfPairs(
			roundsOf(throughput, items, 'bulkNode').perSecond,
			roundsOf(throughput, items, peer).perSecond,
			(node, other) => node / other,
		),
	);
}

export function roundsOf(throughput: readonly Rounds[], items: number, peer: PeerName): Rounds {
	const found = throughput.find((rounds) => rounds.items === items && rounds.peer === peer);
	return found ?? { peer, items, perSecond: [], cpuUsPerRecord: [], requests: 0, leastRequests: 0 };
}
