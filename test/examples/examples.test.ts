import Fastify, { type FastifyInstance } from 'fastify';
import { createEngine, type Engine, type RunResult } from '../engine';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { startSandbox, type Sandbox } from '../sandbox';
import { EXAMPLES, isBulk, itemsFor, optionsFor } from './example';

let engine: Engine;
let sandbox: Sandbox;
let time: VirtualTime;
let alerts: FastifyInstance;
let alertUrl: string;
let received: Array<{ text: string }>;

beforeAll(async () => {
	engine = await createEngine();
});
beforeEach(async () => {
	sandbox = await startSandbox();
	received = [];
	alerts = Fastify();
	alerts.post('/', ({ body }) => {
		received.push(body as { text: string });
		return {};
	});
	alertUrl = await alerts.listen({ host: '127.0.0.1', port: 0 });
	time = useVirtualTime({ held: () => sandbox.heldRequests() });
});
afterEach(async () => {
	time.restore();
	await alerts.close();
	await sandbox.close();
});

const COUNT = 40;

describe.each(EXAMPLES.map((example) => [example.file, example] as const))(
	'%s',
	(file, example) => {
		const { workflow, bulk, row } = example;
		const preview = file.endsWith('-preview.json');

		async function run() {
			row.withoutLimits(sandbox);
			const items = itemsFor(example, sandbox, COUNT);
			const { workflow: pinned, options } = optionsFor(example, sandbox, items, alertUrl);
			return { items, result: await time.drive(engine.run(pinned, options)) };
		}

		function positions(result: RunResult, output: number): number[] {
			const items = result.output(bulk.name)[output] ?? [];
			return items.flatMap(({ pairedItem }) =>
				[pairedItem ?? []].flat().map((one) => (typeof one === 'number' ? one : one.item)),
			);
		}

		it('runs to its end, and every row leaves on one of the two branches', async () => {
			const { items, result } = await run();
			expect(result.error).toBeUndefined();
			const [succeeded, failed] = [positions(result, 0), positions(result, 1)];
			expect([...succeeded, ...failed].sort((a, b) => a - b)).toEqual(items.map((_, item) => item));
			expect(failed.length).toBeGreaterThan(0);
			const untold = succeeded.filter((item) => !row.holds(sandbox, items[item] ?? {}));
			expect(untold).toEqual(preview ? succeeded : []);
		});

		it('has both branches wired, and says what is to be changed', () => {
			for (const { name, onError } of workflow.nodes.filter(isBulk)) {
				expect(onError).toBe('continueErrorOutput');
				const outputs = workflow.connections[name]?.main?.map((output) => output?.length ?? 0);
				expect(outputs).toEqual([expect.any(Number), 1]);
			}
			const names = workflow.nodes.map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
		});

		if (workflow.nodes.some(({ name }) => name === 'Alert')) {
			it('alerts once, with the number of failures and the first reasons', async () => {
				const { result } = await run();
				const failed = positions(result, 1).length;
				expect(received).toHaveLength(1);
				expect(received[0]?.text).toMatch(
					new RegExp(`^${failed} \\w+ were not written to .*rejected`),
				);
				expect(received[0]?.text).toContain('item ');
			});
		}
	},
);

it('an execution with too many failures fails, and says how many', async () => {
	const example = EXAMPLES.find(({ file }) => file === 'hubspot-stop-on-too-many-failures.json');
	if (example === undefined) throw new Error('the example is gone');
	example.row.withoutLimits(sandbox);
	const items = example.row.good(sandbox, 120).map(example.row.malformed);
	const { workflow, options } = optionsFor(example, sandbox, items, alertUrl);
	const { error } = await time.drive(engine.run(workflow, options));
	expect(error?.message).toMatch(
		/^120 contacts were not written to HubSpot\. The first one: Item 0 /,
	);
});
