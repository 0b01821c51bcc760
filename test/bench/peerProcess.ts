/** One peer in a process of its own, so that nobody's garbage is collected at another's cost. */
import { performance } from 'node:perf_hooks';
import { serve } from './childProcess';
import { benchItems } from './items';
import { liveBytes, watchMemory } from './memoryWatch';
import { bareWire } from './peers/bareWire';
import { bulkNode } from './peers/bulkNode';
import { helperWire } from './peers/helperWire';
import { loopOverItems } from './peers/loopOverItems';
import { officialClient, officialParallel } from './peers/officialClient';
import { perItem } from './peers/perItem';
import type { MakePeer, Target } from './peers/peer';

export const PEERS = {
	bareWire,
	bulkNode,
	helperWire,
	loopOverItems,
	officialClient,
	officialParallel,
	perItem,
} satisfies Record<string, MakePeer>;
export type PeerName = keyof typeof PEERS;

export interface PeerCommand extends Target {
	readonly items: number;
	/** Watches what is alive instead of the time. */
	readonly memory?: boolean;
}

export interface Measurement {
	readonly records: number;
	readonly ms: number;
	/** Of the whole process, garbage collection included. */
	readonly cpuMs: number;
	/**
	 * What was alive at most, less the output and what was alive when n8n called the node: the items and
	 * n8n's own copy of each, which it makes for every node.
	 */
	readonly extraBytes?: number;
	/** Input and output. */
	readonly keptBytes?: number;
}

const MIB = 1024 ** 2;

async function measure(make: MakePeer, command: PeerCommand): Promise<Measurement> {
	const before = command.memory ? liveBytes() : 0;
	const peer = await make(benchItems(command.items));
	global.gc?.();
	const ready = command.memory ? liveBytes() : 0;
	const watch = command.memory ? watchMemory() : undefined;
	const cpu = process.cpuUsage();
	const startedAt = performance.now();
	const { records, kept } = await peer.write(command);
	const ms = performance.now() - startedAt;
	const { user, system } = process.cpuUsage(cpu);
	const measured = { records, ms, cpuMs: (user + system) / 1000 };
	if (!watch) return measured;
	const { peakBytes, atCallBytes } = await watch.end();
	const after = liveBytes();
	if (kept === undefined) throw new Error('Only a peer that keeps its output can be watched');
	const extraBytes = Math.max(0, peakBytes - atCallBytes - (after - ready));
	return { ...measured, extraBytes, keptBytes: after - before };
}

if (require.main === module) {
	const name = process.argv[2] as PeerName;
	serve<PeerCommand, Measurement>(async (command) => await measure(PEERS[name], command));
}

export const mib = (bytes: number): number => bytes / MIB;
