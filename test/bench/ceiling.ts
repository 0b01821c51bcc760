import { setTimeout as pause } from 'node:timers/promises';
import hubSpotWorkflow from '../../examples/hubspot-update-contacts.json';
import microWorkflow from '../../examples/micro-update-contacts.json';
import type { WorkflowJson } from '../engine';
import { startWorker, type Worker } from './childProcess';
import type { RunCommand, RunReply } from './runProcess';
import type { Vendors } from './throughput';

/** How much of a vendor's limit the node used, in real time. */
export interface CeilingShare {
	readonly vendor: 'HubSpot' | 'Micro' | 'Brevo';
	/** The vendor's answer time. */
	readonly latencyMs: number;
	/** Requests per second that arrived after the first window's, as a share of those allowed. */
	readonly share: number;
	readonly answers429: number;
}

interface Limit {
	readonly vendor: 'hubspot' | 'micro';
	readonly shown: 'HubSpot' | 'Micro';
	readonly workflow: WorkflowJson;
	readonly node: string;
	readonly path: string;
	readonly requests: number;
	readonly windowMs: number;
	/** Windows that are counted, after the first one, in which the vendor allows a burst. */
	readonly windows: number;
	/** Records in a request: the limit counts requests, so a few are enough. */
	readonly batch: number;
}

const HUBSPOT: Limit = {
	vendor: 'hubspot',
	shown: 'HubSpot',
	workflow: hubSpotWorkflow,
	node: 'HubSpot Bulk',
	path: '/batch/update',
	requests: 190,
	windowMs: 10_000,
	windows: 2,
	batch: 20,
};
const MICRO: Limit = {
	vendor: 'micro',
	shown: 'Micro',
	workflow: microWorkflow,
	node: 'Micro Bulk',
	path: '/batch/update',
	requests: 10,
	windowMs: 1000,
	windows: 20,
	batch: 5,
};

/** Both vendors at once: they share nothing, and both mostly wait. */
export async function measureCeilings(
	latencies: readonly number[],
	say: (line: string) => void,
): Promise<CeilingShare[]> {
	const shares: CeilingShare[] = [];
	const one = async (limit: Limit) => {
		const vendors: Vendors = await startWorker(require.resolve('./vendorProcess'), 'vendors');
		const runner: Worker<RunCommand, RunReply> = await startWorker(
			require.resolve('./runProcess'),
			limit.node,
		);
		try {
			for (const latencyMs of latencies) {
				const share = await measureCeiling(vendors, runner, limit, latencyMs);
				say(
					`${share.vendor} at ${latencyMs} ms: ${(share.share * 100).toFixed(1)} % of its limit, ${share.answers429} × 429`,
				);
				shares.push(share);
			}
		} finally {
			await runner.stop();
			await vendors.stop();
		}
	};
	await Promise.all([one(HUBSPOT), one(MICRO)]);
	return shares;
}

async function measureCeiling(
	vendors: Vendors,
	runner: Worker<RunCommand, RunReply>,
	limit: Limit,
	latencyMs: number,
): Promise<CeilingShare> {
	const { vendor, requests, windowMs, windows, batch } = limit;
	const addresses = await vendors.ask({ do: 'addresses' });
	await vendors.ask({ do: 'set', vendor, latencyMs });
	const count = requests * (windows + 2) * batch;
	const { ids = [] } = await vendors.ask({ do: 'seed', vendor, count });
	// The last run's requests must have left the window.
	await pause(windowMs);
	await vendors.ask({ do: 'calls', vendor, path: limit.path });
	const { failed } = await runner.ask({
		workflow: limit.workflow,
		node: limit.node,
		items: ids.map((id, index) => ({ 'Record ID': id, [FIELD[vendor]]: `Buyer ${index}` })),
		credentials:
			vendor === 'hubspot'
				? { hubSpotBulkApi: { ...addresses.hubspot } }
				: { microBulkApi: { ...addresses.micro } },
		parameters: { requestOptions: { batching: { batch: { batchSize: batch, batchInterval: 0 } } } },
	});
	if (failed > 0) throw new Error(`${limit.shown}: ${failed} items failed`);
	const { calls = [] } = await vendors.ask({ do: 'calls', vendor, path: limit.path });
	return {
		vendor: limit.shown,
		latencyMs,
		share: shareOf(
			calls.map(({ at }) => at),
			limit,
		),
		answers429: calls.filter(({ status }) => status === 429).length,
	};
}

/**
 * The time from one arrival to that of as many requests later as the counted windows allow: requests
 * come in bursts, and a count between two moments could have one burst more or less.
 */
function shareOf(arrivals: readonly number[], { requests, windowMs, windows }: Limit): number {
	const first = arrivals[requests] ?? Number.NaN;
	const last = arrivals[requests + windows * requests] ?? Number.NaN;
	return (windows * windowMs) / (last - first);
}

const FIELD = { hubspot: 'jobtitle', micro: 'title' } as const;
