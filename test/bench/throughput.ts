import { startWorker, type Worker } from './childProcess';
import type { Measurement, PeerCommand, PeerName } from './peerProcess';
import { BATCH } from './peers/peer';
import { median } from './statistics';
import type { VendorCommand, VendorReply } from './vendorProcess';

export type Vendors = Worker<VendorCommand, VendorReply>;

/** What one peer did with one number of items: one entry a round. */
export interface Rounds {
	readonly peer: PeerName;
	readonly items: number;
	readonly perSecond: readonly number[];
	readonly cpuUsPerRecord: readonly number[];
	/** Requests with records, of the last round. */
	readonly requests: number;
	readonly leastRequests: number;
}

export interface Plan {
	readonly items: number;
	readonly rounds: number;
	readonly peers: readonly PeerName[];
}

export interface Memory {
	readonly items: number;
	readonly extraBytes: number;
	readonly keptBytes: number;
}

/** An answer time as real vendors have it at best. */
export const SLOW_MS = 20;
const WARM_UP_ITEMS = 5000;

/** All peers write the same items to the same server, in turn, in each round in another order. */
export async function measureThroughput(
	vendors: Vendors,
	target: { readonly baseUrl: string; readonly accessToken: string },
	plans: readonly Plan[],
	say: (line: string) => void,
): Promise<Rounds[]> {
	const names = [...new Set(plans.flatMap(({ peers }) => peers))];
	const workers = new Map<PeerName, Worker<PeerCommand, Measurement>>();
	for (const name of names)
		workers.set(name, await startWorker(require.resolve('./peerProcess'), name));
	const all: Rounds[] = [];
	try {
		// A first round warms code and connections up and is not counted.
		for (const [name, worker] of workers) {
			const sizes = plans.filter(({ peers }) => peers.includes(name)).map((plan) => plan.items);
			await worker.ask({ ...target, items: Math.min(WARM_UP_ITEMS, ...sizes) });
		}
		for (const { items, rounds, peers } of plans) {
			const byPeer = new Map(peers.map((peer) => [peer, [] as Measurement[]]));
			let requests = new Map<PeerName, number>();
			for (let round = 0; round < rounds; round++) {
				const order = round % 2 === 0 ? peers : [...peers].reverse();
				for (const peer of order) {
					await vendors.ask({ do: 'countFast' });
					const measured = await (workers.get(peer) as Worker<PeerCommand, Measurement>).ask({
						...target,
						items,
					});
					const counted = await vendors.ask({ do: 'countFast' });
					if (measured.records !== items) {
						throw new Error(`${peer}: ${measured.records} of ${items} records`);
					}
					requests = requests.set(peer, counted.requests ?? 0);
					byPeer.get(peer)?.push(measured);
				}
			}
			for (const [peer, measured] of byPeer) {
				const rows: Rounds = {
					peer,
					items,
					perSecond: measured.map(({ ms }) => (items / ms) * 1000),
					cpuUsPerRecord: measured.map(({ cpuMs }) => (cpuMs * 1000) / items),
					requests: requests.get(peer) ?? 0,
					leastRequests: Math.ceil(items / BATCH),
				};
				say(
					`${items} items, ${peer}: ${median(rows.perSecond).toFixed(0)} records/s, ${median(rows.cpuUsPerRecord).toFixed(1)} µs of CPU per record`,
				);
				all.push(rows);
			}
		}
	} finally {
		for (const worker of workers.values()) await worker.stop();
	}
	return all;
}

/** What the node needs beside input and output, in a run that is only watched. */
export async function measureMemory(
	target: { readonly baseUrl: string; readonly accessToken: string },
	items: number,
): Promise<Memory> {
	const worker = await startWorker<PeerCommand, Measurement>(
		require.resolve('./peerProcess'),
		'bulkNode',
	);
	try {
		// What is only made once (compiled code, connections) is not the run's.
		await worker.ask({ ...target, items: WARM_UP_ITEMS });
		const { extraBytes = Number.NaN, keptBytes = Number.NaN } = await worker.ask({
			...target,
			items,
			memory: true,
		});
		return { items, extraBytes, keptBytes };
	} finally {
		await worker.stop();
	}
}
