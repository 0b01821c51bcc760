/** `npm run bench [-- --json] [--quick] [--write]`; see docs/performance.md. */
import { readArguments } from './arguments';
import { measureBrevoHour } from './brevoHour';
import { measureCeilings } from './ceiling';
import { startWorker } from './childProcess';
import { installOnce } from './install';
import { measureIsolation } from './isolation';
import { hasStockNodes } from './peers/loopOverItems';
import { figuresOf, type Results } from './results';
import { measureMemory, measureThroughput, SLOW_MS, type Plan, type Vendors } from './throughput';
import { tables } from './table';
import { writeDocs } from './writeDocs';

const ALL = ['bareWire', 'helperWire', 'bulkNode', 'officialClient', 'officialParallel'] as const;
const FULL: readonly Plan[] = [
	{ items: 1000, rounds: 5, peers: ALL },
	{ items: 10_000, rounds: 5, peers: ALL },
	{ items: 100_000, rounds: 5, peers: ALL },
	{ items: 1_000_000, rounds: 1, peers: ['bareWire', 'helperWire', 'bulkNode'] },
];
const QUICK: readonly Plan[] = [
	{ items: 1000, rounds: 3, peers: ALL },
	{ items: 10_000, rounds: 3, peers: ALL },
];
/** A request per item takes long: few items are enough. */
const PER_ITEM_ITEMS = 200;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
	const given = process.argv.slice(2);
	const { json, quick, write } = readArguments(given);
	installOnce();
	const vendors: Vendors = await startWorker(require.resolve('./vendorProcess'), 'vendors');
	let results: Results;
	try {
		results = await measure(vendors, quick);
	} finally {
		await vendors.stop();
	}
	console.log(tables(results));
	if (write) await writeDocs(results, ['npm run bench --', ...given].join(' '));
	const figures = figuresOf(results);
	console.log(json ? JSON.stringify(figures) : JSON.stringify(figures, undefined, 2));
}

async function measure(vendors: Vendors, quick: boolean): Promise<Results> {
	const { fast = '', hubspot } = await vendors.ask({ do: 'addresses' });
	const accessToken = hubspot?.accessToken ?? '';
	const target = { baseUrl: fast, accessToken };
	const throughput = await measureThroughput(vendors, target, quick ? QUICK : FULL, say);
	const memory = [];
	for (const items of quick ? [10_000] : [100_000, 1_000_000]) {
		const measured = await measureMemory(target, items);
		say(
			`${items} items: ${(measured.extraBytes / 1024 ** 2).toFixed(1)} MiB above input and output`,
		);
		memory.push(measured);
	}
	const slow = await measureSlow(vendors, { ...hubspot, accessToken }, quick);
	const isolation = await measureIsolation(vendors, quick ? [1] : [1, 5, 20], say);
	const ceilings = quick
		? []
		: [...(await measureCeilings([20, 150, 800], say)), await measureBrevoHour()];
	return { throughput, slow, memory, ceilings, isolation };
}

/** The node and one request per item, against the sandbox, which takes its time to answer. */
async function measureSlow(
	vendors: Vendors,
	{ baseUrl = '', accessToken }: { readonly baseUrl?: string; readonly accessToken: string },
	quick: boolean,
) {
	await vendors.ask({ do: 'set', vendor: 'hubspot', latencyMs: SLOW_MS, unlimited: true });
	await vendors.ask({ do: 'seed', vendor: 'hubspot', count: 10_000 });
	const target = { baseUrl, accessToken };
	const withLoop = !quick && hasStockNodes();
	if (!withLoop && !quick) {
		say("Loop Over Items is left out: npm run e2e installs n8n's own nodes, and has not run");
	}
	const plans: Plan[] = [
		{
			items: PER_ITEM_ITEMS,
			rounds: 1,
			peers: withLoop ? ['perItem', 'loopOverItems'] : ['perItem'],
		},
		{ items: 10_000, rounds: 3, peers: ['bulkNode', 'officialClient', 'officialParallel'] },
	];
	return await measureThroughput(vendors, target, plans, say);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
