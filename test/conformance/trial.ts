/** Runs a row's operation on items, in simulated time, with nothing around it but a trigger. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { createEngine, type Engine, type RunResult, type WorkflowJson } from '../engine';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { startSandbox, type Call, type Sandbox } from '../sandbox';
import type { Row } from './row';

export interface Trial {
	readonly sandbox: Sandbox;
	readonly time: VirtualTime;
	good(count: number): IDataObject[];
	run(items: IDataObject[] | INodeExecutionData[], options?: IDataObject): Promise<Account>;
	/** What the engine keeps of a run that does not give out one item for each. */
	result(items: IDataObject[], options?: IDataObject): Promise<RunResult>;
	/** Cancels the run at this moment of simulated time. */
	cancelledAt(ms: number, items: IDataObject[]): Promise<Account>;
	batches(): Call[];
	end(): Promise<void>;
}

export interface Account {
	readonly result: RunResult;
	readonly success: readonly INodeExecutionData[];
	readonly errors: readonly INodeExecutionData[];
	/** Input positions on each branch. */
	readonly succeeded: readonly number[];
	readonly failed: readonly number[];
	/** Input positions by `error.state`. */
	readonly states: Readonly<Record<string, readonly number[]>>;
}

let engine: Promise<Engine> | undefined;

export async function startTrial(row: Row): Promise<Trial> {
	engine ??= createEngine();
	const runner = await engine;
	const sandbox = await startSandbox();
	row.withoutLimits(sandbox);
	const time = useVirtualTime({ held: () => sandbox.heldRequests() });
	const credentials = row.credentials(sandbox);
	const start = (items: IDataObject[] | INodeExecutionData[], options: IDataObject = {}) =>
		runner.start(workflowOf(row, options), { input: items, credentials });
	return {
		sandbox,
		time,
		good: (count) => row.good(sandbox, count),
		run: async (items, options) => accountOf(await time.drive(start(items, options).done)),
		result: async (items, options) => await time.drive(start(items, options).done),
		async cancelledAt(ms, items) {
			const running = start(items);
			time.at(time.elapsedMs() + ms, () => {
				running.cancel();
			});
			return accountOf(await time.drive(running.done));
		},
		batches: () => sandbox.calls.filter(row.isBatch),
		async end() {
			time.restore();
			await sandbox.close();
		},
	};
}

function workflowOf({ node }: Row, options: IDataObject): WorkflowJson {
	const parameters = {
		...node.parameters,
		options: { ...(node.parameters.options as IDataObject | undefined), ...options },
		requestOptions: { timeout: 20_000 },
	};
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{ ...node, name: 'Bulk', parameters, onError: 'continueErrorOutput' },
		],
		connections: { Start: { main: [[{ node: 'Bulk', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

function accountOf(result: RunResult): Account {
	const [success = [], errors = []] = result.output('Bulk');
	const states: Record<string, number[]> = {};
	for (const item of errors) {
		const { state } = item.json.error as { state: string };
		(states[state] ??= []).push(positionOf(item));
	}
	return {
		result,
		success,
		errors,
		succeeded: success.map(positionOf),
		failed: errors.map(positionOf),
		states,
	};
}

function positionOf({ pairedItem }: INodeExecutionData): number {
	if (typeof pairedItem === 'object' && !Array.isArray(pairedItem)) return pairedItem.item;
	throw new Error('An item left without pairedItem');
}
