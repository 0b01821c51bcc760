/** The engine and the sandbox side by side, for tests of whole workflows. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import updateContacts from '../../examples/hubspot-update-contacts.json';
import {
	createEngine,
	type Engine,
	type Running,
	type RunOptions,
	type RunResult,
	type WorkflowJson,
} from '../engine';
import { DEFAULT_TOKEN, startSandbox, type Call, type Sandbox } from '../sandbox';

/** The bulk node's name in the example workflows. */
export const NODE = 'HubSpot Bulk';

export type OnError = 'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow';

export interface Setup extends Omit<RunOptions, 'input' | 'overrides' | 'credentials'> {
	/** Parameters of the bulk node. */
	parameters?: INodeParameters;
	/** Settings of the bulk node beside its parameters. */
	node?: { onError?: OnError; retryOnFail?: boolean; maxTries?: number; waitBetweenTries?: number };
	/** Changes to the credential. */
	credential?: IDataObject;
}

export interface Bench {
	readonly engine: Engine;
	readonly sandbox: Sandbox;
	/** Runs the example workflow with these items from the trigger. */
	start(items: IDataObject[], setup?: Setup): Running;
	run(items: IDataObject[], setup?: Setup): Promise<RunResult>;
	/** Contacts that exist, as items that can all be written. */
	contacts(
		count: number,
		change?: (item: IDataObject, index: number) => IDataObject,
	): IDataObject[];
	/** The batch calls so far. */
	batches(): Call[];
	stop(): Promise<void>;
}

export async function createBench(): Promise<Bench> {
	const engine = await createEngine();
	const sandbox = await startSandbox();
	const bench: Bench = {
		engine,
		sandbox,
		start(items, { parameters = {}, node = {}, credential = {}, ...options } = {}) {
			const workflow: WorkflowJson = {
				...updateContacts,
				nodes: updateContacts.nodes.map((json) =>
					json.name === NODE ? { ...json, ...node } : json,
				),
			};
			const data = { accessToken: DEFAULT_TOKEN, baseUrl: sandbox.hubspot.url, ...credential };
			return engine.start(workflow, {
				...options,
				input: items,
				credentials: { hubSpotBulkApi: data as never },
				// Without conversion the first request carries records: what faults and limits meet.
				overrides: { [NODE]: { convertValues: false, ...parameters } },
			});
		},
		run: async (items, setup) => await bench.start(items, setup).done,
		contacts(count, change = (item) => item) {
			const ids = sandbox.hubspot.seedContacts(count);
			return ids.map((id, index) => change({ 'Record ID': id, jobtitle: `Buyer ${index}` }, index));
		},
		batches: () => sandbox.calls.to(/\/batch\/update$/),
		async stop() {
			await sandbox.close();
		},
	};
	return bench;
}

/** What left on the success branch and on the error branch. */
export function branches(result: RunResult) {
	const [success = [], error = []] = result.output(NODE);
	return { success, error, failures: error.map(({ json }) => json as unknown as FailedJson) };
}

export interface FailedJson {
	'Record ID': unknown;
	message: string;
	error: {
		state: string;
		code: string;
		field?: string;
		reportedBy: string;
		vendor: string;
		operation: string;
		httpStatus?: number;
		retryable: boolean;
		attempts: number;
		batch?: number;
		requestId?: string;
	};
}

/** How often each state and code occurs: `{ 'rejected INVALID_EMAIL': 3 }`. */
export function tally(failures: readonly FailedJson[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { error } of failures) {
		const name = `${error.state} ${error.code}`;
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}
