import workflow from '../../examples/hubspot-update-contacts.json';
import { startWorker } from './childProcess';
import type { RunCommand, RunReply } from './runProcess';
import type { Vendors } from './throughput';

/** What bad records cost that HubSpot refuses whole batches for. */
export interface IsolationCost {
	readonly badPerHundred: number;
	/** Whether the refusal says which value is bad. */
	readonly named: boolean;
	/** Requests beyond one per batch, for every hundred records. */
	readonly moreRequests: number;
	/** Time of the whole run. */
	readonly ms: number;
	readonly items: number;
}

const BATCH = 100;
const LATENCY_MS = 20;

/** Ten batches, each with bad records in the same places. */
export async function measureIsolation(
	vendors: Vendors,
	bad: readonly number[],
	say: (line: string) => void,
): Promise<IsolationCost[]> {
	const costs: IsolationCost[] = [];
	const runner = await startWorker<RunCommand, RunReply>(require.resolve('./runProcess'), 'node');
	const { hubspot } = await vendors.ask({ do: 'addresses' });
	const { ids = [] } = await vendors.ask({ do: 'seed', vendor: 'hubspot', count: 10 * BATCH });
	try {
		for (const named of [true, false]) {
			await vendors.ask({
				do: 'set',
				vendor: 'hubspot',
				latencyMs: LATENCY_MS,
				unlimited: true,
				nameless: !named,
			});
			for (const badPerHundred of bad) {
				await vendors.ask({ do: 'calls', vendor: 'hubspot', path: '/batch/update' });
				const run = await runner.ask({
					workflow,
					node: 'HubSpot Bulk',
					items: ids.map((id, index) => ({
						'Record ID': id,
						email: isBad(index % BATCH, badPerHundred)
							? `no e-mail ${index}`
							: `person-${index}@example.com`,
					})),
					parameters: {},
					credentials: { hubSpotBulkApi: { ...hubspot } },
				});
				const expected = (ids.length / BATCH) * badPerHundred;
				if (run.failed !== expected)
					throw new Error(`${run.failed} of ${expected} bad records found`);
				const { calls = [] } = await vendors.ask({
					do: 'calls',
					vendor: 'hubspot',
					path: '/batch/update',
				});
				const batches = ids.length / BATCH;
				const cost: IsolationCost = {
					badPerHundred,
					named,
					moreRequests: (calls.length - batches) / batches,
					ms: run.ms,
					items: ids.length,
				};
				say(
					`${badPerHundred} bad of 100, ${named ? 'named' : 'not named'}: ${cost.moreRequests} more requests`,
				);
				costs.push(cost);
			}
		}
	} finally {
		await runner.stop();
	}
	return costs;
}

/** Spread over the batch, away from its ends. */
function isBad(position: number, badPerHundred: number): boolean {
	const step = BATCH / badPerHundred;
	return (
		Math.floor((position + step / 2 + 3) / step) !== Math.floor((position + step / 2 + 2) / step)
	);
}
